namespace EssConsult.Actors.Contracts;

/// <summary>So many under one heading.</summary>
public sealed record Figure(string Name, int Count);

/// <summary>Draws a group as bars with the table beside them.</summary>
/// <param name="Unit">What is counted; French, a key of the translations.</param>
public sealed record FigureGroupView(FigureGroup Group, string Unit)
{
    public const string Partial = "/Features/EssConsult.Actors/Figures.cshtml";
}

/// <summary>One way of sorting entries, votes or people; only what counts enough of them is named.</summary>
/// <param name="Title">French, a key of the translations.</param>
/// <param name="Figures">The largest first.</param>
/// <param name="Others">Those under headings that are too small to be named, and without any; shown when they are enough together.</param>
public sealed record FigureGroup(string Title, IReadOnlyList<Figure> Figures, int? Others)
{
    /// <summary>Fewer than this could be recognised.</summary>
    public const int Smallest = 10;

    /// <summary>What is named, and the rest together; where the rest would be told by a difference, the smallest of those named joins it.</summary>
    /// <param name="title">French.</param>
    /// <param name="headings">One for each; null where nobody knows.</param>
    public static FigureGroup Of(string title, IEnumerable<string?> headings)
    {
        var all = headings.ToList();
        var named = all.OfType<string>().GroupBy(name => name).Select(group => new Figure(group.Key, group.Count())).Where(figure => figure.Count >= Smallest).OrderByDescending(figure => figure.Count).ThenBy(figure => figure.Name, StringComparer.CurrentCulture).ToList();
        var others = all.Count - named.Sum(figure => figure.Count);
        while (others is > 0 and < Smallest && named.Count > 0)
        {
            others += named[^1].Count;
            named.RemoveAt(named.Count - 1);
        }

        return new FigureGroup(title, named, others > 0 ? others : null);
    }
}
