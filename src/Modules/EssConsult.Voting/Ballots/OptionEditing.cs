using System.Globalization;

namespace EssConsult.Voting.Ballots;

/// <summary>The options of a question as an organiser composes them.</summary>
internal static class OptionEditing
{
    public const int Most = 500, LongestLabel = 200;

    /// <summary>Behind the options there are, with the next free ids; a source that is there already is passed over.</summary>
    public static IReadOnlyList<BallotOption> With(this IReadOnlyList<BallotOption> options, IEnumerable<(string Label, string? Source)> added)
    {
        var (all, next) = (options.ToList(), options.Select(option => int.TryParse(option.Id.AsSpan(1), CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max());
        foreach (var (label, source) in added)
        {
            var line = TypedText.Line(label, LongestLabel);
            if (line.Length > 0 && all.Count < Most && (source is null || all.All(option => option.Source != source)))
            {
                all.Add(new BallotOption("o" + (++next).ToString(CultureInfo.InvariantCulture), line, source));
            }
        }

        return all;
    }
}
