using System.Globalization;
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

    /// <param name="type">The circuit.</param>
    /// <param name="kinds">What its activities are called.</param>
    /// <param name="passed">The way that a run took; null when no run is shown.</param>
    public static CircuitDrawing Of(WorkflowType type, ActivityKinds kinds, RunPath? passed = null)
    {
        var layout = CircuitLayout.Of(type);
        var notes = DrawnNotes.Numbers(type);
        var boxes = type.Activities.DistinctBy(activity => activity.Id)
            .Select(activity => Box(activity, kinds.Describe(activity.Name), layout.PlaceOf(activity.Id), passed) with { Notes = notes.GetValueOrDefault(activity.Id) }).ToList();
        var byId = boxes.ToDictionary(box => box.Id);
        // Outcomes that lead the same way share a line.
        var lines = type.Transitions.Where(edge => byId.ContainsKey(edge.Source) && byId.ContainsKey(edge.Destination)).GroupBy(edge => (edge.Source, edge.Destination))
            .Select(edges => Line([.. edges], byId[edges.Key.Source], byId[edges.Key.Destination], layout, IsOnlyWay(type, kinds, edges.First()), passed)).ToList();
        return new CircuitDrawing(
            (layout.Columns * (BoxWidth + GapX)) - GapX + (2 * Margin) + BackRoom(lines), boxes.Select(box => box.Y + BoxHeight).DefaultIfEmpty().Max() + Margin, boxes, lines);
    }

    /// <summary>Lines that lead back run outside the boxes.</summary>
    private static int BackRoom(List<DrawnLine> lines) => lines.Exists(line => line.IsBack) ? GapX : 0;

    private static DrawnBox Box(ActivityRecord activity, Contracts.ActivityDescription? description, (int Layer, int Column) at, RunPath? passed) =>
        new(activity.Id, activity.Title, description?.Title, activity.Name, X(at.Column), Y(at.Layer))
        {
            IsEvent = description?.IsEvent == true, IsStart = activity.IsStart, IsKnown = description is not null, Times = passed?.Times(activity.Id) ?? 0,
            State = passed is null ? BoxState.Plain : passed.StateOf(activity.Id),
        };

    /// <summary>The one outcome of an activity with one outcome needs no word.</summary>
    private static bool IsOnlyWay(WorkflowType type, ActivityKinds kinds, Transition edge) =>
        edge.Outcome == "Done" && type.From(edge.Source).All(other => other.Outcome == "Done") && kinds.Describe(type.Find(edge.Source)!.Name) is { } description
        && !description.OutcomesOf(type.Find(edge.Source)!.Properties).Skip(1).Any();

    private static DrawnLine Line(IReadOnlyList<Transition> edges, DrawnBox from, DrawnBox to, CircuitLayout layout, bool isOnlyWay, RunPath? passed)
    {
        var isBack = to.Y <= from.Y;
        var outcomes = isOnlyWay ? [] : edges.Select(edge => edge.Outcome).ToList();
        var isTaken = passed is not null && edges.Any(passed.Took);
        if (isBack)
        {
            var right = Math.Max(from.X, to.X) + BoxWidth + GapX + 8;
            var (leave, arrive) = (from.Y + (BoxHeight / 2), to.Y + (BoxHeight / 2));
            return new DrawnLine($"M {from.X + BoxWidth} {leave} C {right} {leave} {right} {arrive} {to.X + BoxWidth} {arrive}", outcomes, right - 14, (leave + arrive) / 2, isTaken) { IsBack = true };
        }

        // Down through the gaps between the boxes of the layers that it passes.
        var points = new List<(int X, int Y)> { (from.X + (BoxWidth / 2), from.Y + BoxHeight) };
        points.AddRange(layout.Bends(from.Id, to.Id).Select(bend => (X(bend.Column) + (BoxWidth / 2), Y(bend.Layer) + (BoxHeight / 2))));
        points.Add((to.X + (BoxWidth / 2), to.Y));
        var path = new System.Text.StringBuilder($"M {points[0].X} {points[0].Y}");
        foreach (var (at, next) in points.Zip(points.Skip(1)))
        {
            var half = (next.Y - at.Y) / 2;
            path.Append(CultureInfo.InvariantCulture, $" C {at.X} {at.Y + half} {next.X} {next.Y - half} {next.X} {next.Y}");
        }

        return new DrawnLine(path.ToString(), outcomes, (points[0].X + (3 * points[1].X)) / 4, points[0].Y + GapY - 18, isTaken);
    }

    private static int X(int column) => Margin + (column * (BoxWidth + GapX));

    private static int Y(int layer) => Margin + (layer * (BoxHeight + GapY));
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
    public string Words => Title ?? Kind ?? Name;

    public bool IsEvent { get; init; }

    public bool IsStart { get; init; }

    public bool IsKnown { get; init; }

    /// <summary>How often the run came by.</summary>
    public int Times { get; init; }

    public BoxState State { get; init; }

    /// <summary>The numbers of the notes that lie by it; null when none does.</summary>
    public string? Notes { get; init; }
}

/// <param name="Path">SVG path data.</param>
/// <param name="Outcomes">Empty where they go without saying.</param>
internal sealed record DrawnLine(string Path, IReadOnlyList<string> Outcomes, int LabelX, int LabelY, bool IsTaken)
{
    /// <summary>It leads to a box above.</summary>
    public bool IsBack { get; init; }
}
