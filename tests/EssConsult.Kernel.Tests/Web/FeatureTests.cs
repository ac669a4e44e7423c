using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Web;

public sealed class FeatureTests
{
    [Theory, OnBothDatabases]
    public async Task A_module_goes_off_and_on_without_a_restart(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        (await StatusesAsync(site)).ShouldBe([200, 200, 200]);

        await SwitchAsync(site, enable: [], disable: [ProbeModule.Id]);
        (await StatusesAsync(site)).ShouldBe([404, 404, 404]);

        await SwitchAsync(site, enable: [ProbeModule.Id], disable: []);
        (await StatusesAsync(site)).ShouldBe([200, 200, 200]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_off_stays_off_after_a_restart(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await SwitchAsync(site, enable: [], disable: [ProbeModule.Id]);

        await site.RestartAsync();

        (await StatusesAsync(site)).ShouldBe([404, 404, 404]);
    }

    [Fact]
    public async Task An_id_that_no_module_bears_is_named_not_swallowed()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);

        var unknown = await site.InDatabaseAsync(db => site.Services.GetRequiredService<FeatureSwitch>().SwitchAsync(db, ["OrchardCore.Nowhere"], [], default));

        unknown.ShouldBe(["OrchardCore.Nowhere"]);
    }

    [Fact]
    public async Task What_depends_on_a_module_goes_off_with_it_however_its_id_is_written()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);

        await SwitchAsync(site, enable: [], disable: ["essconsult.discussion"]);

        site.Services.GetRequiredService<FeatureSwitch>().IsEnabled("EssConsult.Contributions").ShouldBeFalse();
    }

    [Fact]
    public async Task The_jobs_of_a_module_that_is_off_rest()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);

        await SwitchAsync(site, enable: [], disable: [ProbeModule.Id]);
        await TickAsync(site);
        (await site.InDatabaseAsync(db => db.Set<ProbeMark>().CountAsync(mark => mark.Family == "tick"))).ShouldBe(0);

        await SwitchAsync(site, enable: [ProbeModule.Id], disable: []);
        await TickAsync(site);
        (await site.InDatabaseAsync(db => db.Set<ProbeMark>().CountAsync(mark => mark.Family == "tick"))).ShouldBe(1);
    }

    // As the scheduler does: the lease and the switch are asked first.
    private static async Task TickAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<LeasedJob<ProbeJob>>(scope.ServiceProvider).Execute(null!, default);
    }

    private static async Task<int[]> StatusesAsync(Site site)
    {
        var visitor = site.Visitor();
        return [(int)(await visitor.GetAsync("/essai/note")).Status, (int)(await visitor.GetAsync("/essai/formulaire")).Status, (int)(await visitor.GetAsync("/essai/ouvert")).Status];
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
}
