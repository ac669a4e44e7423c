using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Data;

public sealed class LeaseTests(Sites sites) : IClassFixture<Sites>
{
    private static readonly DateTime Noon = new(2027, 3, 3, 12, 0, 0, DateTimeKind.Utc);

    [Theory, OnBothDatabases]
    public async Task One_holder_at_a_time_until_the_lease_lapses(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new Lease { Name = "job:other", TakenBy = "another node", UntilUtc = Noon.AddMinutes(5) });
            await db.SaveChangesAsync();
        });

        (await TakeAsync(site, "job:other", Noon)).ShouldBeFalse();
        (await TakeAsync(site, "job:other", Noon.AddMinutes(6))).ShouldBeTrue();
        (await site.InDatabaseAsync(db => db.Set<Lease>().SingleAsync(lease => lease.Name == "job:other"))).TakenBy.ShouldBe(Lease.Holder);
    }

    [Theory, OnBothDatabases]
    public async Task The_holder_renews_its_own(Database database)
    {
        var site = await sites.OnAsync(database);

        (await TakeAsync(site, "job:own", Noon)).ShouldBeTrue();
        (await TakeAsync(site, "job:own", Noon.AddMinutes(1))).ShouldBeTrue();
    }

    private static Task<bool> TakeAsync(Site site, string name, DateTime now) => site.InDatabaseAsync(async db =>
    {
        await using var write = await db.BeginWriteAsync(default);
        var taken = await Lease.TakeAsync(db, name, now, TimeSpan.FromMinutes(5), default);
        await write.CommitAsync(default);
        return taken;
    });
}
