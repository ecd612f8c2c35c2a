//! The claim graph: claims are nodes, links are edges. petgraph stays behind this type.

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef as _;

/// A graph over claims and links, both by index.
#[derive(Debug)]
pub struct ClaimGraph {
    graph: UnGraph<u32, u32>,
}

impl ClaimGraph {
    /// Builds the graph of `claims` nodes; `edges` are pairs of claims in the order of the links.
    pub fn new(claims: usize, edges: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut graph = UnGraph::with_capacity(claims, 0);
        for claim in 0..u32::try_from(claims).unwrap_or(u32::MAX) {
            graph.add_node(claim);
        }
        for (link, (a, b)) in (0_u32..).zip(edges) {
            graph.add_edge(NodeIndex::new(a as usize), NodeIndex::new(b as usize), link);
        }
        Self { graph }
    }

    /// The clusters with at least one link: claims in order, links in order; clusters by their first claim.
    pub fn clusters(&self) -> Vec<Cluster> {
        let mut seen = vec![false; self.graph.node_count()];
        let mut clusters = Vec::new();
        for start in self.graph.node_indices() {
            if seen[start.index()] || self.graph.neighbors(start).next().is_none() {
                continue;
            }
            let (mut claims, mut links, mut open) = (Vec::new(), Vec::new(), vec![start]);
            seen[start.index()] = true;
            while let Some(node) = open.pop() {
                claims.push(self.graph[node]);
                for edge in self.graph.edges(node) {
                    links.push(*edge.weight());
                    let other = if edge.source() == node { edge.target() } else { edge.source() };
                    if !std::mem::replace(&mut seen[other.index()], true) {
                        open.push(other);
                    }
                }
            }
            claims.sort_unstable();
            links.sort_unstable();
            links.dedup();
            clusters.push(Cluster { claims, links });
        }
        clusters
    }

    /// Links whose removal alone would part two groups of at least two claims each (Tarjan 1974).
    ///
    /// Such an edge is the likeliest false link of a cluster, as users of record linkage know.
    pub fn bridges(&self) -> Vec<u32> {
        let count = self.graph.node_count();
        let (mut entered, mut low, mut size) = (vec![0_u32; count], vec![0_u32; count], vec![1_u32; count]);
        let mut clock = 0;
        let mut found = Vec::new();
        for root in self.graph.node_indices() {
            if entered[root.index()] != 0 || self.graph.neighbors(root).next().is_none() {
                continue;
            }
            let mut stack: Vec<Step> = Vec::new();
            let edges = |node: NodeIndex| -> Vec<(NodeIndex, u32)> {
                self.graph
                    .edges(node)
                    .map(|edge| {
                        (if edge.source() == node { edge.target() } else { edge.source() }, *edge.weight())
                    })
                    .collect()
            };
            clock += 1;
            entered[root.index()] = clock;
            low[root.index()] = clock;
            stack.push((root, None, edges(root)));
            let mut parents: Vec<(NodeIndex, NodeIndex, u32)> = Vec::new();
            while let Some((node, by, rest)) = stack.last_mut() {
                let (node, by) = (*node, *by);
                if let Some((next, link)) = rest.pop() {
                    if Some(link) == by {
                        continue;
                    }
                    if entered[next.index()] == 0 {
                        clock += 1;
                        entered[next.index()] = clock;
                        low[next.index()] = clock;
                        parents.push((node, next, link));
                        stack.push((next, Some(link), edges(next)));
                    } else {
                        low[node.index()] = low[node.index()].min(entered[next.index()]);
                    }
                } else {
                    stack.pop();
                    if let Some((parent, _, _)) = stack.last() {
                        low[parent.index()] = low[parent.index()].min(low[node.index()]);
                        size[parent.index()] += size[node.index()];
                    }
                }
            }
            let total = size[root.index()];
            for (parent, child, link) in parents {
                let below = size[child.index()];
                if low[child.index()] > entered[parent.index()] && below >= 2 && total - below >= 2 {
                    found.push(link);
                }
            }
        }
        found.sort_unstable();
        found
    }
}

/// A node of the walk, the link it was entered by, and its edges still to walk.
type Step = (NodeIndex, Option<u32>, Vec<(NodeIndex, u32)>);

/// Claims held together by links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Claims by index, sorted.
    pub claims: Vec<u32>,
    /// Links by index, sorted.
    pub links: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::ClaimGraph;

    #[test]
    fn one_edge_between_two_triangles_is_a_bridge_and_a_leaf_is_none() {
        let edges = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5), (5, 6)];
        let graph = ClaimGraph::new(8, edges.into_iter());
        assert_eq!(graph.bridges(), [3]);
        let clusters = graph.clusters();
        assert_eq!(clusters.len(), 1);
        assert_eq!(clusters[0].claims, [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(clusters[0].links.len(), 8);
    }

    #[test]
    fn a_chain_of_four_has_its_middle_for_a_bridge() {
        let graph = ClaimGraph::new(4, [(0, 1), (1, 2), (2, 3)].into_iter());
        assert_eq!(graph.bridges(), [1]);
    }
}
