using System.Security.Cryptography;
using System.Text.Json;
using EssConsult.Seating.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Wishes;

/// <summary>Draws and keeps allocations. The seed is fixed once; whatever is kept can be done again.</summary>
internal sealed class WishRuns(SiteDb db, WishInput input, TimeProvider clock)
{
    private const int ShortestSeed = 4;

    public Task<WishSeed?> SeedAsync(string eventId, CancellationToken ct) => db.Set<WishSeed>().AsNoTracking().FirstOrDefaultAsync(seed => seed.EventId == eventId, ct);

    /// <summary>The published run, else the preview.</summary>
    public Task<WishRun?> FindAsync(string eventId, CancellationToken ct) => db.Set<WishRun>().AsNoTracking().Where(run => run.EventId == eventId).OrderByDescending(run => run.PublishedUtc != null).FirstOrDefaultAsync(ct);

    /// <summary>Stages the seed that an organiser announces; the table refuses a second one.</summary>
    /// <exception cref="RuleException">Too short, or on several lines.</exception>
    public string Announce(string eventId, string? seed)
    {
        var words = TypedText.Clean(seed);
        if (words.Length is < ShortestSeed or > WishSeed.Longest || words.Contains('\n', StringComparison.Ordinal))
        {
            throw new RuleException("wish.seed", "De {0} à {1} signes, sur une ligne.", ShortestSeed, WishSeed.Longest) { Field = "Seed" };
        }

        db.Add(new WishSeed { EventId = eventId, Seed = words, SetUtc = clock.UtcNow(), IsAnnounced = true });
        return words;
    }

    /// <summary>Draws and stores a preview in place of the one before.</summary>
    /// <exception cref="RuleException">Wishes are still taken, nobody has any, or the allocation is published.</exception>
    public async Task<WishRun> DrawAsync(EventRow plenary, bool fills, string personId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!plenary.TakesWishes || plenary.WishesClosingUtc > now)
        {
            throw new RuleException("wish.open", "Les vœux sont ouverts jusqu’au {0} : la répartition vient après.", plenary.WishesClosingUtc.Moment());
        }

        await using var write = await db.BeginWriteAsync(ct);
        if (await db.AreWishesPublishedAsync(plenary.ContentItemId, ct))
        {
            throw new RuleException("wish.published", "La répartition est déjà publiée.");
        }

        var seed = await SeedAsync(plenary.ContentItemId, ct) ?? db.Add(new WishSeed { EventId = plenary.ContentItemId, Seed = RandomNumberGenerator.GetHexString(32, lowercase: true), SetUtc = now }).Entity;
        var request = await input.ReadAsync(plenary.ContentItemId, await input.WorkshopsAsync(plenary.ContentItemId, ct), seed.Seed, fills, ct);
        if (request.Ballots.Count == 0)
        {
            throw new RuleException("wish.nobody", "Personne n’a encore donné de vœu.");
        }

        var run = new WishRun { EventId = plenary.ContentItemId, Seed = seed.Seed, Input = JsonSerializer.Serialize(request), Result = JsonSerializer.Serialize(WishAllocation.Allocate(request)), CreatedUtc = now, CreatedById = personId };
        await db.Set<WishRun>().Where(other => other.EventId == plenary.ContentItemId && other.PublishedUtc == null).ExecuteDeleteAsync(ct);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return run;
    }

    /// <summary>Does the allocation again from what is kept: the same seed and wishes, the same result.</summary>
    public static bool IsReplayed(WishRun run) => JsonSerializer.Serialize(WishAllocation.Allocate(InputOf(run))) == run.Result;

    public static WishRequest InputOf(WishRun run) => JsonSerializer.Deserialize<WishRequest>(run.Input)!;

    public static WishResult ResultOf(WishRun run) => JsonSerializer.Deserialize<WishResult>(run.Result)!;
}
