using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Drawing;

/// <summary>A circuit as a picture: boxes in layers from the start downwards, lines for the outcomes. Lengths are pixels of the picture.</summary>
internal sealed record CircuitDrawing(int Width, int Height, IReadOnlyList<DrawnBox> Boxes, IReadOnlyList<DrawnLine> Lines)
{
    public const int BoxWidth = 200;
    public const int BoxHeight = 60;
    private const int GapX = 32;
    private const int GapY = 56;
    private const int Margin = 28;

    /// <param name="passed">Edges that a run took, and how often it came by each box; null when no run is shown.</param>
    public static CircuitDrawing Of(WorkflowType type, ActivityKinds kinds, RunPath? passed = null)
    {
        var places = Places(type);
        var boxes = type.Activities.Where(activity => places.ContainsKey(activity.Id)).DistinctBy(activity => activity.Id)
            .Select(activity => Box(activity, kinds.Describe(activity.Name), places[activity.Id], passed)).ToList();
        var byId = boxes.ToDictionary(box => box.Id);
        var lines = type.Transitions.Where(edge => byId.ContainsKey(edge.Source) && byId.ContainsKey(edge.Destination))
            .Select(edge => Line(edge, byId[edge.Source], byId[edge.Destination], IsOnlyWay(type, kinds, edge), passed?.Took(edge) == true)).ToList();
        return new CircuitDrawing(
            boxes.Select(box => box.X + BoxWidth).DefaultIfEmpty().Max() + (2 * Margin), boxes.Select(box => box.Y + BoxHeight).DefaultIfEmpty().Max() + Margin, boxes, lines);
    }

    private static DrawnBox Box(ActivityRecord activity, Contracts.ActivityDescription? description, (int Layer, int Place) at, RunPath? passed) =>
        new(activity.Id, activity.Title, description?.Title, activity.Name, Margin + (at.Place * (BoxWidth + GapX)), Margin + (at.Layer * (BoxHeight + GapY)))
        {
            IsEvent = description?.IsEvent == true, IsStart = activity.IsStart, IsKnown = description is not null, Times = passed?.Times(activity.Id) ?? 0,
            State = passed is null ? BoxState.Plain : passed.StateOf(activity.Id),
        };

    /// <summary>The one outcome of an activity with one outcome needs no word.</summary>
    private static bool IsOnlyWay(WorkflowType type, ActivityKinds kinds, Transition edge) =>
        edge.Outcome == "Done" && type.From(edge.Source).All(other => other.Outcome == "Done") && kinds.Describe(type.Find(edge.Source)!.Name) is { } description
        && !description.OutcomesOf(type.Find(edge.Source)!.Properties).Skip(1).Any();

    private static DrawnLine Line(Transition edge, DrawnBox from, DrawnBox to, bool isOnlyWay, bool isTaken)
    {
        var (x1, y1, x2, y2) = (from.X + (BoxWidth / 2), from.Y + BoxHeight, to.X + (BoxWidth / 2), to.Y);
        // Back to a box above: around the right of both.
        var isBack = to.Y <= from.Y;
        var right = Math.Max(from.X, to.X) + BoxWidth + (GapX / 2) + 8;
        var path = isBack
            ? $"M {from.X + BoxWidth} {from.Y + (BoxHeight / 2)} C {right} {from.Y + (BoxHeight / 2)} {right} {to.Y + (BoxHeight / 2)} {to.X + BoxWidth} {to.Y + (BoxHeight / 2)}"
            : $"M {x1} {y1} C {x1} {y1 + (GapY / 2)} {x2} {y2 - (GapY / 2)} {x2} {y2}";
        var (labelX, labelY) = isBack ? (right, (from.Y + to.Y + BoxHeight) / 2) : ((x1 + (3 * x2)) / 4, y2 - 18);
        return new DrawnLine(path, isOnlyWay ? null : edge.Outcome, labelX, labelY, isTaken);
    }

    /// <summary>Layer and place of each box: as far down as the longest way to it that does not turn back; what nothing leads to stands on top.</summary>
    private static Dictionary<string, (int Layer, int Place)> Places(WorkflowType type)
    {
        var layers = new Dictionary<string, int>();
        var roots = type.Activities.Where(activity => activity.IsStart || !type.To(activity.Id).Any()).Select(activity => activity.Id).ToList();
        if (roots.Count == 0)
        {
            roots.AddRange(type.Activities.Take(1).Select(activity => activity.Id));
        }

        var forward = Forward(type, roots);
        var order = new Queue<string>(roots);
        roots.ForEach(root => layers[root] = 0);
        while (order.TryDequeue(out var id))
        {
            foreach (var next in forward[id].Where(next => layers.GetValueOrDefault(next, -1) < layers[id] + 1))
            {
                layers[next] = layers[id] + 1;
                order.Enqueue(next);
            }
        }

        // What only a circle leads to.
        foreach (var activity in type.Activities)
        {
            layers.TryAdd(activity.Id, 0);
        }

        var places = new Dictionary<string, (int Layer, int Place)>();
        foreach (var layer in type.Activities.Select(activity => activity.Id).Distinct().Where(layers.ContainsKey).GroupBy(id => layers[id]).OrderBy(group => group.Key))
        {
            var place = 0;
            foreach (var id in layer.OrderBy(id => Parents(id).DefaultIfEmpty(0).Average()))
            {
                places[id] = (layer.Key, place++);
            }
        }

        return places;

        IEnumerable<int> Parents(string id) => type.To(id).Where(edge => places.ContainsKey(edge.Source)).Select(edge => places[edge.Source].Place);
    }

    /// <summary>The edges that do not lead back to where the way comes from.</summary>
    private static ILookup<string, string> Forward(WorkflowType type, List<string> roots)
    {
        var edges = new List<(string From, string To)>();
        var (done, open) = (new HashSet<string>(), new HashSet<string>());
        var stack = new Stack<(string Id, bool Leaves)>(roots.Select(root => (root, false)));
        while (stack.TryPop(out var at))
        {
            if (at.Leaves)
            {
                open.Remove(at.Id);
                continue;
            }

            if (!done.Add(at.Id))
            {
                continue;
            }

            open.Add(at.Id);
            stack.Push((at.Id, true));
            foreach (var next in type.From(at.Id).Select(edge => edge.Destination).Where(next => type.Find(next) is not null && !open.Contains(next)))
            {
                edges.Add((at.Id, next));
                stack.Push((next, false));
            }
        }

        return edges.ToLookup(edge => edge.From, edge => edge.To);
    }
}

/// <summary>How a run came by a box.</summary>
internal enum BoxState
{
    Plain,
    Passed,
    Waits,
    Failed,
}

/// <param name="Title">What its author called it.</param>
/// <param name="Kind">What it does, in French; null when it does not run here.</param>
internal sealed record DrawnBox(string Id, string? Title, string? Kind, string Name, int X, int Y)
{
    public bool IsEvent { get; init; }

    public bool IsStart { get; init; }

    public bool IsKnown { get; init; }

    /// <summary>How often the run came by.</summary>
    public int Times { get; init; }

    public BoxState State { get; init; }
}

/// <param name="Path">SVG path data.</param>
/// <param name="Outcome">Null where it goes without saying.</param>
internal sealed record DrawnLine(string Path, string? Outcome, int LabelX, int LabelY, bool IsTaken);
