using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Events;

public sealed class OutboxHandlerTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    [Theory, OnBothDatabases]
    public async Task An_event_has_its_effect_once(Database database)
    {
        var site = await sites.OnAsync(database);

        await PublishAsync(site, Enumerable.Range(0, 120).Select(number => new MarkWanted("once", $"{number:000}")));
        await site.CatchUpAsync();

        (await NamesAsync(site, "once")).ShouldBe(Enumerable.Range(0, 120).Select(number => $"{number:000}"));
    }

    [Theory, OnBothDatabases]
    public async Task A_restart_repeats_nothing(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await PublishAsync(site, [new MarkWanted("restart", "before")]);
        await site.CatchUpAsync();

        await site.RestartAsync();
        await PublishAsync(site, [new MarkWanted("restart", "after")]);
        await site.CatchUpAsync();

        (await NamesAsync(site, "restart")).ShouldBe(["after", "before"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_event_whose_transaction_rolls_back_never_happened(Database database)
    {
        var site = await sites.OnAsync(database);

        await site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            db.Publish(new MarkWanted("rolled-back", "never"));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();

        (await NamesAsync(site, "rolled-back")).ShouldBeEmpty();
        (await site.PublishedAsync<MarkWanted>()).ShouldNotContain(happened => happened.Family == "rolled-back");
    }

    [Theory, OnBothDatabases]
    public async Task A_handler_that_fails_halfway_leaves_no_half_effect(Database database)
    {
        var site = await sites.OnAsync(database);
        var family = $"halfway-{database}";

        await PublishAsync(site, [new FailureWanted(family, "one", Times: 3)]);
        await CatchUpThroughFailuresAsync(site);

        FragileHandler.AttemptsAt(family, "one").ShouldBe(4);
        (await NamesAsync(site, family)).ShouldBe(["one"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_poisoned_event_is_parked_and_those_behind_it_go_on(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        var family = $"poison-{database}";

        await PublishAsync(site, [new MarkWanted(family, "before"), new FailureWanted(family, "poison", Times: int.MaxValue), new MarkWanted(family, "behind")]);
        await CatchUpThroughFailuresAsync(site);

        (await NamesAsync(site, family)).ShouldBe(["before", "behind"]);
        (await NamesAsync(site, family + ":fragile")).ShouldBe(["before", "behind"]);
        var parked = await site.InDatabaseAsync(db => db.Set<ParkedEvent>().ToListAsync());
        parked.ShouldHaveSingleItem().Error.ShouldBe("InvalidOperationException: As wanted.");
        (await site.Visitor().GetAsync("/health/ready")).Html.ShouldBe("Degraded");
    }

    [Theory, OnBothDatabases]
    public async Task A_failing_handler_does_not_hold_up_the_others(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        var family = $"steady-{database}";

        await PublishAsync(site, [new FailureWanted(family, "poison", Times: int.MaxValue), new FailureWanted(family, "fine", Times: 0)]);

        // The clock stands still: the fragile handler waits for its second attempt.
        await Site.UntilAsync(async () => (await NamesAsync(site, family + ":steady")).Count == 2, meanwhile: site.Services.GetRequiredService<OutboxSignal>().Raise);

        FragileHandler.AttemptsAt(family, "poison").ShouldBeLessThan(5);
        (await NamesAsync(site, family)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Events_pass_by_the_handlers_of_a_module_that_is_off(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await SwitchAsync(site, enable: [], disable: [ProbeModule.Id]);
        await PublishAsync(site, [new MarkWanted("off", "skipped")]);
        await site.CatchUpAsync();

        await SwitchAsync(site, enable: [ProbeModule.Id], disable: []);
        await PublishAsync(site, [new MarkWanted("off", "taken")]);
        await site.CatchUpAsync();

        (await NamesAsync(site, "off")).ShouldBe(["taken"]);
    }

    [Theory, OnBothDatabases]
    public async Task Rows_are_purged_after_a_week(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await PublishAsync(site, [new MarkWanted("purge", "old")]);
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromDays(8));
        await PublishAsync(site, [new MarkWanted("purge", "new")]);

        await site.RunJobAsync("outbox-purge");

        (await site.PublishedAsync<MarkWanted>()).Select(happened => happened.Name).ShouldBe(["new"]);
    }

    private static async Task SwitchAsync(Site site, string[] enable, string[] disable)
    {
        await site.InDatabaseAsync(async db =>
        {
            await site.Services.GetRequiredService<FeatureSwitch>().SwitchAsync(db, enable, disable, default);
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    private static Task PublishAsync(Site site, IEnumerable<IEvent> events) => site.InDatabaseAsync(async db =>
    {
        foreach (var happened in events)
        {
            db.Publish(happened);
        }

        await db.SaveChangesAsync();
    });

    private static Task<List<string>> NamesAsync(Site site, string family) =>
        site.InDatabaseAsync(db => db.Set<ProbeMark>().Where(mark => mark.Family == family).Select(mark => mark.Name).OrderBy(name => name).ToListAsync());

    // Attempts lie further and further apart; time is moved until the last has been made.
    private static Task CatchUpThroughFailuresAsync(Site site) =>
        Site.UntilAsync(() => site.Services.GetRequiredService<Outbox>().IsCaughtUpAsync(TestContext.Current.CancellationToken), () => site.Clock.Advance(TimeSpan.FromSeconds(1)));
}
