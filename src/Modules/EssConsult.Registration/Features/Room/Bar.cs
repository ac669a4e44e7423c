namespace EssConsult.Registration.Features.Room;

/// <summary>One bar of a small chart, with its number in the table beside it.</summary>
internal sealed record Bar(string Label, int Count);

/// <param name="Head">What the labels are, French, a key of the translations.</param>
internal sealed record BarsView(string Head, IReadOnlyList<Bar> Bars)
{
    public int Most => Math.Max(1, Bars.Select(bar => bar.Count).DefaultIfEmpty().Max());
}
