using System.Data.Common;
using System.Globalization;

namespace EssConsult.Storms.Tests;

/// <summary>What the database must hold after a crash, whatever the moment: read by plain SQL, beside the site's own code.</summary>
internal static class Aftermath
{
    private const string Stormy = "process_id IN ('" + StormRecipe.Open + "', '" + StormRecipe.Moderated + "')";

    /// <summary>Every sentence is a promise that was broken; none is what one wants.</summary>
    /// <param name="db">The site's database.</param>
    /// <param name="written">What authors were told is sent.</param>
    /// <param name="accepted">What moderators were told is published.</param>
    public static async Task<IReadOnlyList<string>> InspectAsync(DbConnection db, IReadOnlyCollection<Acknowledged> written, IReadOnlyCollection<string> accepted)
    {
        var facts = await StormFacts.ReadAsync(db, Stormy);
        return
        [
            .. Lost(facts, written, accepted),
            .. facts.Contributions.SelectMany(row => Whole(facts, row).Concat(Once(facts, row)).Select(sentence => $"{row.Title}: {sentence}")),
            .. facts.OrphanedContent.Select(id => $"{id}: a text without its record"),
            .. facts.OrphanedEvents.Select(happened => $"{happened}: an event without what it is about"),
            .. facts.Parked.Select(handler => $"{handler}: an event was set aside"),
        ];
    }

    private static IEnumerable<string> Lost(StormFacts facts, IEnumerable<Acknowledged> written, IEnumerable<string> accepted)
    {
        var stored = facts.Contributions.ToDictionary(row => row.Id);
        foreach (var sent in written)
        {
            if (!stored.TryGetValue(sent.Id, out var row) || row.State is not ("Submitted" or "Published"))
            {
                yield return $"{sent.Title}: acknowledged and lost";
            }
            else if (row.Title != sent.Title || !facts.Texts[sent.Id].All(text => text == sent.Text))
            {
                yield return $"{sent.Title}: acknowledged and changed";
            }
        }

        foreach (var id in accepted.Where(id => !stored.TryGetValue(id, out var row) || row.State != "Published"))
        {
            yield return $"{id}: accepted and not published";
        }
    }

    /// <summary>A contribution is all there, or not at all.</summary>
    private static IEnumerable<string> Whole(StormFacts facts, StoredContribution row)
    {
        var versions = facts.Versions[row.Id].ToList();
        if (versions.Count(version => version.Latest) != 1)
        {
            yield return "not exactly one current text";
        }

        if (versions.Count(version => version.Published) != (row.State == "Published" ? 1 : 0))
        {
            yield return "the record and the text do not agree about being published";
        }

        if (facts.Texts[row.Id].Any(text => !text.EndsWith($"Fin de {row.Title}.", StringComparison.Ordinal)))
        {
            yield return "the text is cut off";
        }

        if (!facts.Paths.Contains(row.Path))
        {
            yield return "no address";
        }

        if (facts.Terms.Contains(row.Id) != (row.State == "Published"))
        {
            yield return row.State == "Published" ? "not counted in its sector" : "counted in its sector before it is published";
        }
    }

    /// <summary>What follows from each event has happened, and once.</summary>
    private static IEnumerable<string> Once(StormFacts facts, StoredContribution row)
    {
        bool published = row.State == "Published", moderated = row.ProcessId == StormRecipe.Moderated;
        (string What, int Found, int Expected)[] effects =
        [
            ("events « submitted »", facts.Events[(row.Id, "ContributionSubmitted")].Count(), row.State == "Draft" ? 0 : 1),
            ("events « published »", facts.Events[(row.Id, "ContributionPublished")].Count(), published ? 1 : 0),
            ("events « content published »", facts.Events[(row.Id, "ContentPublished")].Count(), published ? 1 : 0),
            ("follows by the author", facts.Follows[row.Id].Count(person => person == row.AuthorId), published ? 1 : 0),
            ("mails to the author", facts.Mails[row.Title].Count(), published && moderated ? 1 : 0),
            ("acts in the audit", facts.Acts[row.Id].Count(), published && moderated ? 1 : 0),
        ];
        return effects.Where(effect => effect.Found != effect.Expected).Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Found} {effect.What} instead of {effect.Expected}"));
    }
}
