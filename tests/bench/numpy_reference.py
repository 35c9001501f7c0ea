# What a careful analyst would write with NumPy for the two reference models, with the engine's statistics: the yardstick
# of the benchmark. Prints one line a case: model, samples, seconds of CPU for the statistics without and with first-order
# indices and swings, peak memory in MB. One thread; the caller sets OMP_NUM_THREADS and the like to 1.
import resource
import sys
import time

import numpy as np

Z95 = 1.6448536269514722  # standard normal quantile of 0.95


def lognormal(rng, low, high, n):
    middle = (np.log(low) + np.log(high)) / 2
    return rng.lognormal(middle, (np.log(high) - np.log(low)) / (2 * Z95), n)


def training_cost(rng, n):
    params = lognormal(rng, 33e9, 41e9, n)
    tokens = lognormal(rng, 13e12, 16e12, n)
    flop_per = rng.triangular(5.5, 6, 8, n)
    peak = rng.uniform(0.9e15, 1.98e15, n)
    mfu = 0.15 + 0.4 * rng.beta(4, 4, n)
    price = lognormal(rng, 1.3, 3.2, n)
    overhead = lognormal(rng, 1.5, 6, n)
    pue = rng.triangular(1.05, 1.15, 1.4, n)
    power = rng.normal(0.7, 0.05, n)
    gpu_hours = params * tokens * flop_per / (peak * mfu) / 3600
    rental = gpu_hours * price
    inputs = [params, tokens, flop_per, peak, mfu, price, overhead, pue, power]
    return inputs, [gpu_hours, rental, rental * overhead, gpu_hours * power * pue / 1000]


def singapore(rng, n):
    revenue = lognormal(rng, 28e9, 36e9, n)
    sg_share = rng.beta(20, 80, n)
    physical = rng.uniform(0.01, 0.05, n)
    not_cloud = rng.triangular(0.02, 0.1, 0.4, n)
    diverted = rng.beta(2, 8, n)
    asp = lognormal(rng, 18000, 38000, n)
    gpus = revenue * sg_share * (1 - physical) * not_cloud * diverted / asp * 4
    return [revenue, sg_share, physical, not_cloud, diverted, asp], [gpus, (gpus >= 50000).astype(float)]


def ranks(order):
    """Ranks from 0 and centred; samples with equal values are rare here and keep the order of the sort."""
    placed = np.empty(len(order))
    placed[order] = np.arange(len(order))
    return placed - (len(order) - 1) / 2


def statistics(inputs, outputs):
    summaries = []
    input_ranks = [ranks(np.argsort(x)) for x in inputs]
    for x in inputs:
        summaries.append(np.percentile(x, [5, 50, 95]))
    for y in outputs:
        summaries.append((y.mean(), y.std(ddof=1), np.percentile(y, [5, 25, 50, 75, 95]), np.histogram(y, 60)))
        own = ranks(np.argsort(y))
        scale = np.dot(own, own)
        summaries.append([np.dot(r, own) / scale for r in input_ranks])
    return summaries, input_ranks


def first_order(input_ranks, outputs):
    found = []
    n = len(outputs[0])
    for r in input_ranks:
        bins = ((r + (n - 1) / 2) * (100 / n)).astype(np.int64)
        counts = np.bincount(bins, minlength=100)
        for y in outputs:
            means = np.bincount(bins, weights=y, minlength=100) / counts
            index = np.dot(counts, (means - y.mean()) ** 2) / (n * y.var())
            found.append((index, means[4:6].mean(), means[94:96].mean()))
    return found


def measure(model, n, passes):
    plain, full = [], []
    for seed in range(passes):
        start = time.process_time()
        inputs, outputs = model(np.random.default_rng(seed), n)
        _, input_ranks = statistics(inputs, outputs)
        middle = time.process_time()
        first_order(input_ranks, outputs)
        plain.append(middle - start)
        full.append(time.process_time() - start)
    return min(plain), min(full)


for name, model in (("M1", training_cost), ("M2", singapore)):
    for n, passes in ((100_000, 5), (1_000_000, 2)):
        plain, full = measure(model, n, passes)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(name, n, f"{plain:.6f}", f"{full:.6f}", f"{peak:.0f}", np.__version__)
        sys.stdout.flush()
