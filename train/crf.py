"""A linear-chain CRF. The sums over paths run in numpy: an autograd loop over the words is some twenty times slower."""
import numpy as np
import torch
import torch.nn as nn


def forward_backward(e, start, trans, mask):
    """Scaled forward-backward: emissions [N, T, K] -> log partition [N], marginals [N, T, K] and what the gradient needs."""
    e, mask = e.detach().cpu().double().numpy(), mask.cpu().numpy()
    A, S = np.exp(trans.detach().cpu().double().numpy()), np.exp(start.detach().cpu().double().numpy())
    n, t_max, k = e.shape
    top = e.max(2, keepdims=True)
    x, on = np.exp(e - top).transpose(1, 0, 2).copy(), mask.T[:, :, None]
    alpha, beta, scale = np.empty((t_max, n, k)), np.ones((t_max, n, k)), np.ones((t_max, n, 1))
    a = S * x[0]
    scale[0] = a.sum(1, keepdims=True)
    alpha[0] = a / scale[0]
    for t in range(1, t_max):
        a = (alpha[t - 1] @ A) * x[t]
        z = a.sum(1, keepdims=True)
        scale[t] = np.where(on[t], z, 1.0)
        alpha[t] = np.where(on[t], a / z, alpha[t - 1])
    for t in range(t_max - 1, 0, -1):
        beta[t - 1] = np.where(on[t], (x[t] * beta[t] / scale[t]) @ A.T, beta[t])
    logz = np.log(scale[:, :, 0]).sum(0) + (top[:, :, 0] * mask).sum(1)
    after = np.where(on[1:], x[1:] * beta[1:] / scale[1:], 0.0)
    return logz, (alpha * beta).transpose(1, 0, 2) * mask[:, :, None], alpha[:-1], after, A


class LogZ(torch.autograd.Function):
    """The log partition; its gradient is the marginals."""

    @staticmethod
    def forward(ctx, e, start, trans, mask):
        logz, ctx.marginal, ctx.alpha, ctx.after, ctx.A = forward_backward(e, start, trans, mask)
        ctx.device = e.device
        return torch.from_numpy(logz).float().to(e.device)

    @staticmethod
    def backward(ctx, grad):
        w = grad.double().cpu().numpy()
        k = ctx.A.shape[0]
        pair = ctx.A * ((ctx.alpha * w[None, :, None]).reshape(-1, k).T @ ctx.after.reshape(-1, k))
        out = ctx.marginal * w[:, None, None], (ctx.marginal[:, 0] * w[:, None]).sum(0), pair
        return tuple(torch.from_numpy(o).float().to(ctx.device) for o in out) + (None,)


class CRF(nn.Module):
    """start [K] and allowed [K, K] (from, to) are the labels that may open a sequence and follow one another."""

    def __init__(self, start, allowed):
        super().__init__()
        n = len(start)
        self.trans, self.start = nn.Parameter(torch.zeros(n, n)), nn.Parameter(torch.zeros(n))
        self.register_buffer("no_start", torch.tensor([0.0 if x else -1e4 for x in start]))
        self.register_buffer("no_trans", torch.tensor([[0.0 if x else -1e4 for x in r] for r in allowed]))

    def potentials(self):
        return self.start + self.no_start, self.trans + self.no_trans

    def nll(self, e, y, mask):
        """Negative log likelihood [N] of labels y [N, T]."""
        start, trans = self.potentials()
        on = e.gather(2, y[:, :, None])[:, :, 0]
        score = (on * mask).sum(1) + start[y[:, 0]] + (trans[y[:, :-1], y[:, 1:]] * mask[:, 1:]).sum(1)
        return LogZ.apply(e, start, trans, mask) - score

    @torch.no_grad()
    def decode(self, e, mask):
        """Best path [N, T], marginals [N, T, K], log probability of the path [N]; all on the CPU."""
        e, mask = e.float().cpu(), mask.cpu()
        start, trans = (p.detach().cpu() for p in self.potentials())
        n, t_max, k = e.shape
        a, back = start + e[:, 0], []
        for t in range(1, t_max):
            m, i = (a[:, :, None] + trans).max(1)
            keep = mask[:, t, None]
            a = torch.where(keep, m + e[:, t], a)
            back.append(torch.where(keep, i, torch.arange(k).expand(n, k)))
        best, y = a.max(1)
        path = [y]
        for i in reversed(back):
            y = i.gather(1, y[:, None])[:, 0]
            path.append(y)
        logz, marginal = forward_backward(e, start, trans, mask)[:2]
        return torch.stack(path[::-1], 1), torch.from_numpy(marginal).float(), best - torch.from_numpy(logz).float()
