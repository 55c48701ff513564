"""The same graph, the same questions, by igraph, networkx and scipy. Prints one JSON object of seconds of processor time."""
import json
import sys
import time

import numpy as np

folder = sys.argv[1]
worlds = int(sys.argv[2])
figures = {}


def load(name):
    tails = np.fromfile(f"{folder}/{name}.tails", dtype=np.int32)
    heads = np.fromfile(f"{folder}/{name}.heads", dtype=np.int32)
    return int(max(tails.max(), heads.max())) + 1, tails, heads


def timed(work, repeats=1):
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        result = work()
        taken.append(time.process_time() - start)
    return sorted(taken)[len(taken) // 2], result


n, tails, heads = load("large")
q = np.fromfile(f"{folder}/large.q")
s = np.fromfile(f"{folder}/large.s")
value = np.fromfile(f"{folder}/large.value")
rng = np.random.default_rng(1)


def draw():
    is_open = rng.random(n) < s
    is_open[0] = True
    return np.nonzero((rng.random(len(q)) < q) & is_open[heads] & is_open[tails])[0]


try:
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import breadth_first_order

    def scipy_world():
        kept = draw()
        graph = csr_matrix((np.ones(len(kept), dtype=np.int8), (tails[kept], heads[kept])), shape=(n, n))
        return value[breadth_first_order(graph, 0, directed=True, return_predecessors=False)].sum()

    seconds, losses = timed(lambda: [scipy_world() for _ in range(worlds)])
    figures["scipy_world"] = seconds / worlds
    figures["scipy_mean"] = float(np.mean(losses))
except ImportError:
    pass

try:
    import igraph

    large = igraph.Graph(n=n, edges=np.column_stack((tails, heads)).tolist(), directed=True)

    def igraph_subgraph():
        return value[large.subgraph_edges(draw().tolist(), delete_vertices=False).subcomponent(0, mode="out")].sum()

    def igraph_new():
        kept = draw()
        return value[igraph.Graph(n=n, edges=np.column_stack((tails[kept], heads[kept])), directed=True).subcomponent(0, mode="out")].sum()

    few = max(3, worlds // 4)
    ways = []
    for work in (igraph_subgraph, igraph_new):
        try:
            ways.append(timed(lambda work=work: [work() for _ in range(few)])[0] / few)
        except TypeError:
            pass
    figures["igraph_world"] = min(ways)
    figures["igraph_dominators"] = timed(lambda: large.dominator(0, mode="out"), 3)[0]
    sn, st, sh = load("small")
    small = igraph.Graph(n=sn, edges=np.column_stack((st, sh)).tolist(), directed=True)
    figures["igraph_betweenness"], between = timed(lambda: small.betweenness(directed=True), 3)
    figures["igraph_betweenness_sum"] = float(sum(between))
except ImportError:
    pass

try:
    import networkx

    def networkx_world():
        kept = draw()
        graph = networkx.DiGraph()
        graph.add_nodes_from(range(n))
        graph.add_edges_from(zip(tails[kept].tolist(), heads[kept].tolist()))
        return value[list(networkx.descendants(graph, 0) | {0})].sum()

    figures["networkx_world"] = timed(networkx_world, 3)[0]
except ImportError:
    pass

print(json.dumps(figures))
