using EssConsult.Benchmarks.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors.Data;

/// <summary>A database of the size that the product is measured with.</summary>
internal static class FloorSeed
{
    public const int Contributions = 10_000;

    public const int Comments = 100_000;

    /// <summary>Characters; with its other columns a row is about 1 KB wide.</summary>
    public const int BodyLength = 900;

    private const int Batch = 2_000;

    private static readonly DateTime Start = new(2015, 4, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Made once a run, copied for each floor, so that all start from the same size.</summary>
    public static async Task CopyAsync(Workbench bench, CancellationToken ct)
    {
        if (!File.Exists(FloorDb.Path(bench.Shared)))
        {
            await CreateAsync(bench.Shared, ct);
        }

        File.Copy(FloorDb.Path(bench.Shared), FloorDb.Path(bench.Folder));
        await Pragmas.RequireAsync(bench.Folder, ct);
    }

    public static IEnumerable<Contribution> NewContributions()
    {
        var text = new FloorText(seed: 3);
        for (var i = 0; i < Contributions; i++)
        {
            var time = Start.AddMinutes(i);
            yield return new Contribution
            {
                Id = Guid.CreateVersion7(time),
                Title = text.Words(60),
                Author = "Dominique Exemple",
                PublishedAt = time,
                Body = text.Words(BodyLength),
            };
        }
    }

    private static async Task CreateAsync(string folder, CancellationToken ct)
    {
        await using (var db = FloorDb.Open(folder))
        {
            await db.Database.EnsureCreatedAsync(ct);
        }

        var contributions = NewContributions().ToList();
        await StoreAsync(folder, contributions, ct);
        await StoreAsync(folder, NewComments(contributions), ct);
        await StoreAsync(folder, [new Room { Id = Guid.CreateVersion7(), Capacity = int.MaxValue }], ct);

        await using var last = FloorDb.Open(folder);
        await last.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }

    private static IEnumerable<Comment> NewComments(List<Contribution> contributions)
    {
        var text = new FloorText(seed: 4);
        for (var i = 0; i < Comments; i++)
        {
            var time = Start.AddDays(30).AddMinutes(i);
            yield return new Comment
            {
                Id = Guid.CreateVersion7(time),
                ContributionId = contributions[i % contributions.Count].Id,
                Author = "Camille Exemple",
                PostedAt = time,
                Body = text.Words(BodyLength),
            };
        }
    }

    private static async Task StoreAsync(string folder, IEnumerable<object> rows, CancellationToken ct)
    {
        foreach (var batch in rows.Chunk(Batch))
        {
            await using var db = FloorDb.Open(folder);
            db.AddRange(batch);
            await db.SaveChangesAsync(ct);
        }
    }
}
