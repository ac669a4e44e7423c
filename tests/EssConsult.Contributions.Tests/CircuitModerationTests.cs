using System.IO.Compression;
using EssConsult.Kernel.Data;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions.Tests;

/// <summary>The circuit « moderation before publication, by two », as it is shipped.</summary>
public sealed class CircuitModerationTests
{
    private const string Circuit = "4moderationbefore";

    [Theory, OnBothDatabases]
    public async Task Two_people_accept_a_text_before_it_appears_and_its_author_is_told(Database database)
    {
        await using var site = await OpenAsync(database);
        var process = await site.OpenProcessAsync("After");
        var (author, one, two) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.SignInAsync("Facilitator"));

        (await author.ContributeAsync(process, "Un marché du soir")).Text("h1").ShouldNotBe("Votre contribution est publiée");
        var id = await WaitingAsync(site, process);
        var desk = await one.GetAsync($"/admin/moderation?texte=contribution-{id}");
        desk.Text("#decision").ShouldBe("Premier avis");
        desk.Html.ShouldNotContain("Accepter et publier");
        (await desk.Form(".decision form").SubmitAsync("Accepter")).Html.ShouldContain("Décision prise");
        await DecisionAsync(site, id, "Second avis");

        (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Html.ShouldContain("Cette décision revient à quelqu’un d’autre");
        (await RowAsync(site, id)).State.ShouldBe(ContributionState.Submitted);
        await (await two.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form(".decision form").SubmitAsync("Accepter");
        await BecomesAsync(site, id, ContributionState.Published);

        await site.CatchUpAsync();
        var told = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT template AS \"Value\" FROM mail_message WHERE template = 'contribution-published'").CountAsync());
        told.ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT actor_id AS \"Value\" FROM audit_row WHERE subject = {id} AND act = 'contribution.accept'").SingleAsync())).ShouldBe("workflow:" + Circuit);
    }

    [Theory, OnBothDatabases]
    public async Task One_refusal_suffices_and_the_author_reads_the_motive(Database database)
    {
        await using var site = await OpenAsync(database);
        var process = await site.OpenProcessAsync("After");
        var (author, one) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Achetez mes pneus");
        var id = await WaitingAsync(site, process);

        await (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form(".decision form").With("Motive", "Spam").With("Note", "Ce blog n’est pas un marché.").SubmitAsync("Refuser");
        await BecomesAsync(site, id, ContributionState.Refused);

        (await RowAsync(site, id)).ShouldSatisfyAllConditions(row => row.Motive.ShouldBe("Spam"), row => row.MotiveNote.ShouldBe("Ce blog n’est pas un marché."));
    }

    /// <summary>The author takes the text back and sends another: what was decided about the first words does not count for it.</summary>
    [Theory, OnBothDatabases]
    public async Task A_text_that_is_sent_again_is_read_again_from_the_beginning(Database database)
    {
        await using var site = await OpenAsync(database);
        var process = await site.OpenProcessAsync("After");
        var (author, one) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Premiers mots");
        var id = await WaitingAsync(site, process);
        await (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form(".decision form").SubmitAsync("Accepter");
        await DecisionAsync(site, id, "Second avis");

        await (await author.GetAsync("/compte/contributions")).Form("form[action*='Recall']").SubmitAsync();
        await (await author.GetAsync($"/contribuer/{id}/relire")).Form("main form").SubmitAsync("Envoyer ma contribution");

        await DecisionAsync(site, id, "Premier avis");
    }

    [Theory, OnBothDatabases]
    public async Task A_moderator_does_not_pass_by_the_circuit(Database database)
    {
        await using var site = await OpenAsync(database);
        var process = await site.OpenProcessAsync("Before");
        var (author, one) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Un texte");
        var id = await WaitingAsync(site, process);
        // The desk as it was before the circuit asked.
        await site.ExecuteAsync("UPDATE workflow_wait SET activity_name = 'Elsewhere'");
        var open = (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form("#motifs").With("Motive", "Spam");
        await site.ExecuteAsync("UPDATE workflow_wait SET activity_name = 'UserTaskEvent'");

        var late = await open.SubmitAsync("Refuser");

        late.Html.ShouldContain("décide pour ce texte");
        (await RowAsync(site, id)).State.ShouldBe(ContributionState.Submitted);
    }

    /// <summary>What an administrator made of it goes with the export, and does it again elsewhere; a second export has the same bytes.</summary>
    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_exported_and_imported_elsewhere_does_it_again(Database database)
    {
        await using var site = await OpenAsync(database);
        var zip = Path.Combine(site.Folder, "export.zip");
        (await site.CommandAsync("recipe export", zip)).ExitCode.ShouldBe(0);
        await using var elsewhere = await Site.StartAsync(database, new SiteOptions { Recipe = "none" });
        using (var archive = ZipFile.OpenRead(zip))
        {
            archive.GetEntry("Recipe.json")!.ExtractToFile(Path.Combine(elsewhere.Folder, "Recipe.json"));
        }

        var (code, output) = await elsewhere.CommandAsync("recipe run", Path.Combine(elsewhere.Folder, "Recipe.json"));
        code.ShouldBe(0, output);
        await elsewhere.CatchUpAsync();
        var process = await elsewhere.OpenProcessAsync("After");
        var (author, one, two) = (await elsewhere.SignInAsync(), await elsewhere.SignInAsync("Facilitator"), await elsewhere.SignInAsync("Facilitator"));
        await author.ContributeAsync(process, "Un marché du soir");
        var id = await WaitingAsync(elsewhere, process);
        await (await one.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form(".decision form").SubmitAsync("Accepter");
        await DecisionAsync(elsewhere, id, "Second avis");
        await (await two.GetAsync($"/admin/moderation?texte=contribution-{id}")).Form(".decision form").SubmitAsync("Accepter");

        await BecomesAsync(elsewhere, id, ContributionState.Published);
        (await CircuitsAsync(elsewhere)).ShouldBe(await CircuitsAsync(site));
    }

    private static async Task<string> CircuitsAsync(Site site) =>
        string.Join('\n', await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT json AS \"Value\" FROM workflow_type ORDER BY id").ToListAsync()));

    private static async Task<Site> OpenAsync(Database database)
    {
        var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var admin = await site.SignInAsync("Administrator");
        await (await admin.GetAsync("/admin/circuits")).Form($"form[action*='{Circuit}']").SubmitAsync();
        await site.CatchUpAsync();
        return site;
    }

    /// <summary>The text that waits, once the circuit has its first question about it.</summary>
    private static async Task<string> WaitingAsync(Site site, string process)
    {
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        row.State.ShouldBe(ContributionState.Submitted);
        await DecisionAsync(site, row.ContentItemId, "Premier avis");
        return row.ContentItemId;
    }

    private static Task DecisionAsync(Site site, string id, string title) =>
        UntilAsync(site, async () => (await site.UseAsync<IUserTasks, IReadOnlyList<UserTask>>(tasks => tasks.ListAsync(id, default))) is [{ } task] && task.Title == title);

    private static Task BecomesAsync(Site site, string id, ContributionState state) => UntilAsync(site, async () => (await RowAsync(site, id)).State == state);

    /// <summary>On a stopped clock nobody looks again by themselves.</summary>
    private static Task UntilAsync(Site site, Func<Task<bool>> isSo) => Site.UntilAsync(async () =>
    {
        await site.CatchUpAsync();
        return await isSo();
    });

    private static Task<ContributionRow> RowAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<ContributionRow>().AsNoTracking().SingleAsync(row => row.ContentItemId == id));
}
