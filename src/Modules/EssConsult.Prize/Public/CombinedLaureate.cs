using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Public;

/// <summary>How a laureate's rank came of jury and public, as it was recorded. Of the others no mark is published.</summary>
internal sealed record CombinedLaureate(string Title, int Rank, decimal? Jury, long Votes, decimal Public, decimal? Total)
{
    public static async Task<IReadOnlyList<CombinedLaureate>> ReadAsync(SiteDb db, Edition edition, CancellationToken ct)
    {
        if (await db.Set<PublicVote>().Where(vote => vote.EditionId == edition.ContentItemId).Select(vote => vote.Combined).FirstOrDefaultAsync(ct) is not { } recorded)
        {
            return [];
        }

        var awarded = await db.Set<Award>().Where(award => award.EditionId == edition.ContentItemId).Join(db.Set<Entry>(), award => award.EntryId, entry => entry.Id, (award, entry) => new { entry.Id, entry.Number }).ToListAsync(ct);
        var texts = await db.LastSentAsync(awarded.ConvertAll(entry => entry.Id), ct);
        var titles = awarded.ToDictionary(entry => entry.Number!.Value, entry => texts[entry.Id].Title);
        return [.. JsonNode.Parse(recorded)!["entries"]!.AsArray().OfType<JsonObject>().Where(line => titles.ContainsKey(line["number"]!.GetValue<int>()))
            .Select(line => new CombinedLaureate(titles[line["number"]!.GetValue<int>()], line["rank"]!.GetValue<int>(), Read(line["jury"]), line["votes"]!.GetValue<long>(), Read(line["public"]) ?? 0, Read(line["total"])))];
    }

    private static decimal? Read(JsonNode? text) => text is null ? null : decimal.Parse(text.ToString(), CultureInfo.InvariantCulture);
}
