using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>Texts entrusted to one person of the team, by hand and by a circuit.</summary>
public sealed class FacilitatorTests
{
    private const string Sharing = """
        {"WorkflowTypeId":"4share","Name":"Partage","IsEnabled":true,"Activities":[
          {"ActivityId":"s","Name":"EssContributionSubmittedEvent","X":0,"Y":0,"IsStart":true,"Properties":{"Processes":[]}},
          {"ActivityId":"a","Name":"EssAssignFacilitatorTask","X":0,"Y":90,"Properties":{"Roles":["Facilitator"],"PropertyName":"animateur"}},
          {"ActivityId":"n","Name":"EmailTask","X":0,"Y":180,"Properties":{"Recipients":{"Expression":"{{ Workflow.Properties.animateur }}"},"Subject":{"Expression":"À vous"},"TextBody":{"Expression":"x"}}}],
         "Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"a"},{"Id":1,"SourceActivityId":"a","SourceOutcomeName":"Assigned","DestinationActivityId":"n"}]}
        """;

    [Theory, OnBothDatabases]
    public async Task A_text_is_entrusted_by_hand_and_stands_in_that_persons_part_of_the_queue(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("Before");
        var (author, one, two) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Un marché du soir");
        await author.ContributeAsync(process, "Des bancs");
        var id = await IdAsync(site, "Un marché du soir");

        var page = await (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form("form:has(#facilitator)").With("facilitator", two.PersonId!).SubmitAsync("Confier");

        page.Text(".notice").ShouldBe("C’est noté.");
        page.Text(".queue-list [aria-current]").ShouldNotBeNull().ShouldContain("Confiée à ");
        (await two.GetAsync("/admin/moderation?pour=moi")).Texts(".queue-list strong").ShouldBe(["Un marché du soir"]);
        (await one.GetAsync("/admin/moderation?pour=moi")).Text(".empty-title").ShouldBe("Aucun texte ici");
        (await one.GetAsync("/admin/moderation?pour=personne")).Texts(".queue-list strong").ShouldBe(["Des bancs"]);
        (await TellingsAsync(site, two.PersonId!)).ShouldBe(1);
        (await (await two.GetAsync($"/admin/moderation?texte=contribution-{id}&pour=moi")).Form("form:has(button[formaction*='Accept'])").SubmitAsync("Accepter et publier")).Text(".empty-title").ShouldBe("Aucun texte ici");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_is_entrusted_to_nobody_who_may_not_moderate(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("Before");
        var (author, one, former) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Un marché du soir");
        var id = await IdAsync(site, "Un marché du soir");

        var form = (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form("form:has(#facilitator)").With("facilitator", former.PersonId!);
        await site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await db.Database.ExecuteSqlAsync($"DELETE FROM person_role WHERE person_id = {former.PersonId}");
            await write.CommitAsync(default);
        });

        (await form.SubmitAsync("Confier")).Text(".error-summary").ShouldNotBeNull().ShouldContain("Cette personne ne modère pas les textes");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ContentItemId == id))).FacilitatorId.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_shares_texts_out_evenly_and_knows_whom_it_chose(Database database)
    {
        await using var site = await CircuitSites.StartAsync(database, Sharing);
        await site.SignInAsync("Facilitator");
        var (process, author) = (await site.OpenProcessAsync("Before"), await site.SignInAsync());

        for (var turn = 1; turn <= 4; turn++)
        {
            await author.ContributeAsync(process, $"Texte {turn}");
            await site.UntilAsync(async () => (await SharesAsync(site, process)).Sum() == turn);
        }

        (await SharesAsync(site, process)).ShouldBe([2, 2]);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM mail_message WHERE subject = {"À vous"}").SingleAsync())).ShouldBe(4);
    }

    private static Task<string> IdAsync(Site site, string title) => site.InDatabaseAsync(db => db.Set<ContributionRow>().Where(row => row.Title == title && row.State == ContributionState.Submitted).Select(row => row.ContentItemId).SingleAsync());

    private static Task<int> TellingsAsync(Site site, string personId) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM news WHERE kind = 'entrusted' AND person_id = {personId}").SingleAsync());

    private static Task<List<int>> SharesAsync(Site site, string process) =>
        site.InDatabaseAsync(db => db.Set<ContributionRow>().Where(row => row.ProcessId == process && row.FacilitatorId != null).GroupBy(row => row.FacilitatorId).Select(group => group.Count()).ToListAsync());
}
