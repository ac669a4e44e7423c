using EssConsult.Kernel.Data;
using EssConsult.Testing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class CircuitSimulationTests
{
    [Theory, OnBothDatabases]
    public async Task A_trial_shows_the_way_and_the_changes_and_leaves_the_site_as_it_was(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("Before");
        var (author, admin) = (await site.SignInAsync(), await site.SignInAsync("Administrator"));
        await author.ContributeAsync(process, "À l’essai");
        await site.CatchUpAsync();
        var before = await CountsAsync(site);

        var page = await (await admin.GetAsync("/admin/circuits/4moderationbefore/simuler")).Form("main form").SubmitAsync("Essayer");
        page.Text("section .state").ShouldBe("En attente");
        page = await page.Form("section form").SubmitAsync("Accepter");
        page = await page.Form("section form").SubmitAsync("Accepter");

        page.Text("section .state").ShouldBe("Terminée");
        page.Document.QuerySelectorAll(".circuit-box.is-passed").Length.ShouldBe(4);
        page.Texts(".table tbody th").ShouldContain("contribution");
        await site.CatchUpAsync();
        (await CountsAsync(site)).ShouldBe(before);
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).State.ShouldBe(ContributionState.Submitted);
    }

    [Theory, OnBothDatabases]
    public async Task The_clock_of_a_trial_is_moved_and_its_messages_are_read(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("After");
        var (author, admin) = (await site.SignInAsync(), await site.SignInAsync("Administrator"));
        await site.SignInAsync("Facilitator");
        await author.ContributeAsync(process, "Sans réponse");

        var page = await (await admin.GetAsync("/admin/circuits/4answerdeadline/simuler")).Form("main form").SubmitAsync("Essayer");
        page = await page.Form("section form:has(button[value^='wait'])").SubmitAsync("Avancer jusque-là");

        page.Texts(".table tbody th").ShouldContain("Sans réponse : Sans réponse");
        page.Html.ShouldNotMatch("[0-9a-f]{32}@");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM mail_message WHERE template = 'workflow'").SingleAsync())).ShouldBe(0);
    }

    private static async Task<string> CountsAsync(Site site) => string.Join(", ", await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"""
        SELECT count(*) AS "Value" FROM workflow_instance UNION ALL SELECT count(*) FROM workflow_wait UNION ALL SELECT count(*) FROM workflow_journal
        UNION ALL SELECT count(*) FROM workflow_due UNION ALL SELECT count(*) FROM mail_message UNION ALL SELECT count(*) FROM audit_row
        """).ToListAsync()));
}
