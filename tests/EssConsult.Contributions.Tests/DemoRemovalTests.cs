using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class DemoRemovalTests
{
    [Theory, OnBothDatabases]
    public async Task The_demonstration_goes_by_one_press_and_what_is_real_stays(Database database)
    {
        await using var site = await WithDemoAsync(database);
        var admin = await AdministratorAsync(site);
        var real = await site.OpenProcessAsync();
        var animator = await site.SignInAsync();
        await admin.ContributeAsync(real, "Une vraie proposition");
        await animator.ContributeAsync(real, "Écrite par un compte fictif");
        var kept = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == real && row.Title == "Une vraie proposition"));
        await SayAsync(site, kept.ContentItemId, animator.PersonId!);
        var fictional = await site.InDatabaseAsync(db => db.Set<ContributionRow>().Where(row => row.IsDemo && row.State == ContributionState.Published).OrderBy(row => row.ContentItemId).FirstAsync());
        (await site.Visitor().GetAsync(Search(fictional))).Texts("article.search-result h2").ShouldContain(fictional.Title);

        var question = await (await admin.GetAsync("/admin")).FollowAsync("Retirer la démonstration");
        question.Texts("dl.facts > div").ShouldContain("Contributions67");
        var done = await question.Form("main form.panel").SubmitAsync("Retirer la démonstration");
        await site.CatchUpAsync();

        done.Text(".notice-title").ShouldBe("La démonstration est retirée");
        var left = await site.InDatabaseAsync(db => db.Set<ContributionRow>().Select(row => row.Title).ToListAsync());
        left.ShouldBe(["Une vraie proposition"]);
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM person WHERE is_demo")).ShouldBe(0);
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM actor WHERE is_demo")).ShouldBe(0);
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM support")).ShouldBe(0);
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM comment WHERE body <> ''")).ShouldBe(0);
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM answer")).ShouldBe(0);

        var reader = site.Visitor();
        (await reader.GetAsync("/" + fictional.Path)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await reader.GetAsync(Search(fictional))).Texts("article.search-result h2").ShouldNotContain(fictional.Title);
        (await reader.GetAsync("/contributions")).Texts(".contribution-card .card-title").ShouldBe(["Une vraie proposition"]);
        (await reader.GetAsync("/" + kept.Path)).Has(".prose").ShouldBeTrue();
        (await reader.GetAsync("/demarches")).Has(".badge-fictional").ShouldBeFalse();
        (await reader.GetAsync("/")).Has(".badge-fictional").ShouldBeFalse();
        (await admin.GetAsync("/admin")).Html.ShouldNotContain("/admin/demonstration");
        (await site.CommandAsync("audit verify")).ExitCode.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_real_administrator_it_stays_and_says_why(Database database)
    {
        await using var site = await WithDemoAsync(database);
        var fictional = await site.SignInAsync("Administrator");

        var question = await (await fictional.GetAsync("/admin/reglages")).FollowAsync("Retirer la démonstration");
        var refused = await question.Form("main form.panel").SubmitAsync();

        question.Has("button.button-danger[disabled]").ShouldBeTrue();
        refused.Text(".error-summary").ShouldNotBeNull().ShouldContain("Créez d’abord un vrai compte d’administrateur");
        (await CountAsync(site, "SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM contribution WHERE is_demo")).ShouldBe(66);
    }

    private static string Search(ContributionRow row) => "/recherche?q=" + Uri.EscapeDataString($"\"{row.Title.Replace("\"", "", StringComparison.Ordinal)}\"");

    private static async Task<Site> WithDemoAsync(Database database)
    {
        var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        (await site.CommandAsync("recipe run", "demo")).ExitCode.ShouldBe(0);
        await site.CatchUpAsync();
        return site;
    }

    /// <summary>A real account, by the one-time link.</summary>
    private static async Task<Visitor> AdministratorAsync(Site site)
    {
        var (_, link) = await site.CommandAsync("admin invite", $"ada-{Guid.NewGuid():N}@exemple.fr");
        var visitor = site.Visitor();
        await (await visitor.GetAsync(new Uri(link.Trim()).PathAndQuery)).Form().With("DisplayName", "Ada").SubmitAsync();
        return visitor;
    }

    private static Task SayAsync(Site site, string id, string personId) => site.UseAsync<IServiceProvider>(async services =>
    {
        var ct = TestContext.Current.CancellationToken;
        await ((IComments)services.GetService(typeof(IComments))!).PostAsync(new NewComment(id, personId, "Un avis fictif."), ct);
        await ((ISupports)services.GetService(typeof(ISupports))!).GiveAsync(id, personId, ct);
        await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
    });

    private static Task<int> CountAsync(Site site, string sql) => site.InDatabaseAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());
}
