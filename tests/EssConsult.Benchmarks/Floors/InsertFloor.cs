using EssConsult.Benchmarks.Floors.Data;
using EssConsult.Benchmarks.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors;

internal static class InsertFloor
{
    public static Floor Floor { get; } = new("insert", "EF Core inserts one comment of 1 KB per request", Build)
    {
        Prepare = FloorSeed.CopyAsync,
        Load = Load.Post("/", "text/plain; charset=utf-8", new FloorText(seed: 2).Words(FloorSeed.BodyLength)),
        PostCondition = async (after, ct) =>
        {
            await using var db = FloorDb.Open(after.Bench.Folder);
            var stored = await db.Comments.CountAsync(ct) - FloorSeed.Comments;
            return stored >= after.Load.Requests ? null : $"{after.Load.Requests} answers but {stored} rows";
        },
    };

    private static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        builder.Services.AddDbContextPool<FloorDb>(options => options.UseSqlite(FloorDb.ConnectionString(folder)));

        // SQLite has one writer: waiting here is fair and cheap, waiting on its lock is a poll.
        using var db = FloorDb.Open(folder);
        var contributions = db.Contributions.OrderBy(row => row.Id).Select(row => row.Id).ToArray();
        var gate = new SemaphoreSlim(1, 1);

        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request, FloorDb db, CancellationToken ct) =>
        {
            using var reader = new StreamReader(request.Body);
            db.Comments.Add(new Comment
            {
                Id = Guid.CreateVersion7(),
                ContributionId = Random.Shared.GetItems(contributions, 1)[0],
                Author = "Camille Exemple",
                PostedAt = DateTime.UtcNow,
                Body = await reader.ReadToEndAsync(ct),
            });

            await gate.WaitAsync(ct);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            finally
            {
                gate.Release();
            }
        });
        return app;
    }
}
