using System.Text.Json.Nodes;
using EssConsult.Ledger;
using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>One line of an edition's register (<see cref="RecordedActs"/>), written in the transaction of the act itself and never changed.</summary>
internal sealed class RecordedAct
{
    public required string EditionId { get; init; }

    /// <summary>From 0, without a gap.</summary>
    public required int Position { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Content { get; init; }
}

internal static class EditionRegister
{
    /// <summary>Stages the next line.</summary>
    /// <param name="db">The unit of work; the caller saves.</param>
    /// <param name="edition">As <c>LockEditionAsync</c> gave it: nobody else writes in its register meanwhile.</param>
    /// <param name="now">When it happened.</param>
    /// <param name="act">What happened.</param>
    public static void Record(this SiteDb db, Edition edition, DateTime now, JsonObject act)
    {
        act["at"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        db.Add(new RecordedAct { EditionId = edition.ContentItemId, Position = edition.RecordSize++, Content = CanonicalJson.Text(act) });
    }

    /// <summary>Every line, in order.</summary>
    public static async Task<IReadOnlyList<string>> ActsAsync(this SiteDb db, string editionId, CancellationToken ct) =>
        await db.Set<RecordedAct>().Where(act => act.EditionId == editionId).OrderBy(act => act.Position).Select(act => act.Content).ToListAsync(ct);
}
