using EssConsult.Benchmarks.Floors.Data;
using EssConsult.Benchmarks.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors;

/// <summary>The plainest way to give a seat that is safe: one transaction reads how many are taken, inserts and counts.</summary>
internal static class GuardedFloor
{
    public static Floor Floor { get; } = new("guarded", "EF Core reads a counter, inserts one comment of 1 KB and counts, in one transaction per request", Build)
    {
        Prepare = FloorSeed.CopyAsync,
        Load = Load.Post("/", "text/plain; charset=utf-8", new FloorText(seed: 2).Words(FloorSeed.BodyLength)),
        PostCondition = async (after, ct) =>
        {
            await using var db = FloorDb.Open(after.Bench.Folder);
            var (stored, counted) = (await db.Comments.CountAsync(ct) - FloorSeed.Comments, await db.Rooms.SumAsync(room => room.Taken, ct));
            return stored >= after.Load.Requests && stored == counted ? null : $"{after.Load.Requests} answers, {stored} rows and {counted} counted";
        },
    };

    private static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        builder.Services.AddDbContextPool<FloorDb>(options => options.UseSqlite(FloorDb.ConnectionString(folder)));
        using var db = FloorDb.Open(folder);
        var contribution = db.Contributions.OrderBy(row => row.Id).Select(row => row.Id).First();
        var gate = new SemaphoreSlim(1, 1);

        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request, FloorDb db, CancellationToken ct) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(ct);
            await gate.WaitAsync(ct);
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var room = await db.Rooms.FirstAsync(ct);
                if (room.Taken < room.Capacity)
                {
                    room.Taken++;
                    db.Comments.Add(new Comment { Id = Guid.CreateVersion7(), ContributionId = contribution, Author = "Camille Exemple", PostedAt = DateTime.UtcNow, Body = body });
                    await db.SaveChangesAsync(ct);
                }

                await transaction.CommitAsync(ct);
            }
            finally
            {
                gate.Release();
            }
        });
        return app;
    }
}
