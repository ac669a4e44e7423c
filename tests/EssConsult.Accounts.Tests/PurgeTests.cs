using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

public sealed class PurgeTests
{
    private static readonly SiteOptions Bare = new() { Settings = { ["recipe"] = "none" } };

    [Theory, OnBothDatabases]
    public async Task Whoever_was_invited_and_never_came_is_gone_after_a_week(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (absent, came) = (await InvitedAsync(site), Citizens.NewAddress());
        await site.SignUpAsync(site.Visitor(), came);
        site.Clock.Advance(TimeSpan.FromDays(8));

        await site.RunJobAsync("accounts-purge");

        (await site.PublishedAsync<PersonErased>()).ShouldBe([new PersonErased(absent, KeptTexts: false)]);
        (await site.IdAsync(came)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_during_the_purge_is_not_said_to_be_gone()
    {
        await using var site = await Site.StartAsync(Database.PostgreSql, Bare);
        var late = await InvitedAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(8));

        var purge = await site.UseAsync<SiteDb, Task>(async db =>
        {
            await using var arrival = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.Set<Person>().Where(person => person.Id == late).ExecuteUpdateAsync(set => set.SetProperty(person => person.EmailConfirmed, true), TestContext.Current.CancellationToken);
            var running = site.RunJobAsync("accounts-purge");
            await Site.UntilAsync(() => WaitsAsync(site));
            await arrival.CommitAsync(TestContext.Current.CancellationToken);
            return running;
        });
        await purge;

        (await site.InDatabaseAsync(db => db.Set<Person>().AnyAsync(person => person.Id == late))).ShouldBeTrue();
        (await site.PublishedAsync<PersonErased>()).ShouldBeEmpty();
    }

    private static Task<bool> WaitsAsync(Site site) => site.InDatabaseAsync(async db =>
        await db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() > 0);

    private static async Task<string> InvitedAsync(Site site)
    {
        var (admin, address) = (await site.SignInAsync("Comptes", "ManageUsers", "AccessAdminPanel"), Citizens.NewAddress());
        await (await admin.GetAsync("/admin/personnes")).Form("form:has([name=Given])").With("Email", address).SubmitAsync();
        return await site.IdAsync(address);
    }
}
