using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Drawing;

/// <summary>
/// Layers and columns for the boxes of a circuit: a small layered drawing (Sugiyama, Tagawa, Toda, 1981). A box lies as far down as the
/// longest way to it that does not turn back; a line over several layers has a place of its own in each of them.
/// </summary>
internal sealed class CircuitLayout
{
    private const int Rounds = 4;
    private readonly Dictionary<string, (int Layer, int Column)> places = [];
    private readonly Dictionary<(string From, string To), List<string>> bends = [];

    public int Columns { get; private set; } = 1;

    public static CircuitLayout Of(WorkflowType type)
    {
        var layout = new CircuitLayout();
        var ids = type.Activities.Select(activity => activity.Id).Distinct().ToList();
        var forward = Forward(type, ids);
        layout.Arrange(ids, forward, Layers(ids, forward));
        return layout;
    }

    public (int Layer, int Column) PlaceOf(string activityId) => places[activityId];

    /// <summary>Where a line passes a layer on its way down.</summary>
    public IEnumerable<(int Layer, int Column)> Bends(string from, string to) => (bends.GetValueOrDefault((from, to)) ?? []).Select(bend => places[bend]);

    private void Arrange(List<string> ids, List<(string From, string To)> forward, Dictionary<string, int> layers)
    {
        var rows = new SortedDictionary<int, List<string>>();
        var links = new List<(string Above, string Below)>();
        foreach (var id in ids)
        {
            Row(layers[id]).Add(id);
        }

        foreach (var (from, to) in forward)
        {
            var above = from;
            var passed = new List<string>();
            for (var layer = layers[from] + 1; layer < layers[to]; layer++)
            {
                var bend = $"{from}\0{to}\0{layer}";
                Row(layer).Add(bend);
                passed.Add(bend);
                links.Add((above, bend));
                above = bend;
            }

            links.Add((above, to));
            bends[(from, to)] = passed;
        }

        Order(rows, links.ToLookup(link => link.Below, link => link.Above), links.ToLookup(link => link.Above, link => link.Below));
        Columns = Math.Max(1, rows.Values.Select(row => row.Count).DefaultIfEmpty().Max());
        foreach (var (layer, row) in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                places[row[column]] = (layer, column);
            }
        }

        List<string> Row(int layer) => rows.TryGetValue(layer, out var row) ? row : rows[layer] = [];
    }

    /// <summary>Each row by the mean place of its neighbours above, then below: few lines cross.</summary>
    private static void Order(SortedDictionary<int, List<string>> rows, ILookup<string, string> above, ILookup<string, string> below)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var isDown = round % 2 == 0;
            var known = new Dictionary<string, int>();
            foreach (var layer in isDown ? rows.Keys.ToList() : [.. rows.Keys.Reverse()])
            {
                var near = isDown ? above : below;
                var row = rows[layer];
                rows[layer] = [.. row.OrderBy(id => near[id].Where(known.ContainsKey).Select(other => known[other]).DefaultIfEmpty(row.IndexOf(id)).Average())];
                rows[layer].Index().ToList().ForEach(entry => known[entry.Item] = entry.Index);
            }
        }
    }

    private static Dictionary<string, int> Layers(List<string> ids, List<(string From, string To)> forward)
    {
        var layers = ids.ToDictionary(id => id, _ => 0);
        var next = forward.ToLookup(edge => edge.From, edge => edge.To);
        var left = ids.ToDictionary(id => id, id => forward.Count(edge => edge.To == id));
        var open = new Queue<string>(ids.Where(id => left[id] == 0));
        while (open.TryDequeue(out var id))
        {
            foreach (var below in next[id])
            {
                layers[below] = Math.Max(layers[below], layers[id] + 1);
                if (--left[below] == 0)
                {
                    open.Enqueue(below);
                }
            }
        }

        return layers;
    }

    /// <summary>Each pair of boxes that an edge joins, without the edges that lead back to where the way comes from.</summary>
    private static List<(string From, string To)> Forward(WorkflowType type, List<string> ids)
    {
        var edges = new List<(string From, string To)>();
        var (done, open) = (new HashSet<string>(), new HashSet<string>());
        // Starts first, then what nothing leads to, then what only a circle leads to.
        foreach (var root in ids.OrderBy(id => type.Find(id)!.IsStart ? 0 : type.To(id).Any() ? 2 : 1))
        {
            var stack = new Stack<(string Id, bool Leaves)>([(root, false)]);
            while (stack.TryPop(out var at))
            {
                if (at.Leaves || !done.Add(at.Id))
                {
                    _ = at.Leaves && open.Remove(at.Id);
                    continue;
                }

                open.Add(at.Id);
                stack.Push((at.Id, true));
                foreach (var next in type.From(at.Id).Select(edge => edge.Destination).Distinct().Where(next => type.Find(next) is not null && !open.Contains(next)).Reverse())
                {
                    edges.Add((at.Id, next));
                    stack.Push((next, false));
                }
            }
        }

        return edges;
    }
}
