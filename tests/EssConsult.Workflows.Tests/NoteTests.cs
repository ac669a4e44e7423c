using System.Text.Json.Nodes;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

/// <summary>Notes on a drawing, by the forms that everybody can use.</summary>
public sealed class NoteTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_note_is_written_moved_and_taken_away(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4noted", ("ContentPublishedEvent", "{}"), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");

        var board = await (await admin.GetAsync("/admin/circuits/4noted/modifier")).Form("#board-notes > details form").With("text", "À relire\navec le maire").SubmitAsync();
        board.Text(".note-text").ShouldBe("À relire avec le maire");
        (await NotesAsync(site, "4noted")).ShouldHaveSingleItem()!["Text"]!.ToString().ShouldBe("À relire\navec le maire");

        board = await board.Form("#board-notes li form").With("text", "Relu").With("x", "-40").With("width", "5000").SubmitAsync("Enregistrer la note");
        var note = (await NotesAsync(site, "4noted")).ShouldHaveSingleItem()!;
        (note["Text"]!.ToString(), note["X"]!.GetValue<int>(), note["Width"]!.GetValue<int>()).ShouldBe(("Relu", -40, 1200));

        board = await board.Form("#board-notes li form[action*='RemoveNote']").SubmitAsync();
        board.Text(".note-text").ShouldBeNull();
        (await NotesAsync(site, "4noted")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_note_without_words_is_refused_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4mute", ("ContentPublishedEvent", "{}"), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");

        var refused = await (await admin.GetAsync("/admin/circuits/4mute/modifier")).Form("#board-notes > details form").With("text", "  ").SubmitAsync();

        refused.Text(".error-summary").ShouldNotBeNull().ShouldContain("Écrivez la note");
        (await DraftAsync(site, "4mute")).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_a_note_brought_with_it_survives_every_edit_and_the_circuit_runs_as_before(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = Circuits.Chain("4kept", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""), ("LogTask", "{}"));
        type["Properties"] = JsonNode.Parse("""{"Other":{"a":1},"EssNotes":[{"Id":"n1","Text":"Avant","X":1,"Y":2,"Width":100,"Height":80,"Colour":"red"},{"Text":"sans nom"},12]}""");
        await site.PlayAsync([type]);
        var admin = await site.SignInAsync("Administrator");

        var board = await (await admin.GetAsync("/admin/circuits/4kept/modifier")).Form("#board-notes li form").With("text", "Après").SubmitAsync("Enregistrer la note");
        await board.Form("form[action*='Publish']").SubmitAsync();
        await site.PublishAsync();

        var stored = JsonNode.Parse((await RowAsync(site, "4kept")).Json)!["Properties"]!;
        stored["Other"]!["a"]!.GetValue<int>().ShouldBe(1);
        stored["EssNotes"]!.ToJsonString().ShouldBe(JsonNode.Parse("""[{"Id":"n1","Text":"Après","X":1,"Y":2,"Width":100,"Height":80,"Colour":"red"},{"Text":"sans nom"},12]""")!.ToJsonString());
        (await site.RunsAsync("4kept")).ShouldHaveSingleItem();
    }

    /// <summary>The picture places its boxes itself: the note's number stands on the box that it lay by.</summary>
    [Theory, OnBothDatabases]
    public async Task Who_reads_the_circuit_reads_its_notes_beside_the_step_that_they_lie_by(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = Circuits.Chain("4read", ("ContentPublishedEvent", """{"ActivityMetadata":{"Title":"Départ"}}"""), ("LogTask", """{"ActivityMetadata":{"Title":"Noter"}}"""));
        (type["Activities"]![1]!["X"], type["Activities"]![1]!["Y"]) = (400, 300);
        type["Properties"] = JsonNode.Parse("""{"EssNotes":[{"Id":"n1","Text":"Pourquoi noter ?","X":420,"Y":380}]}""");
        await site.PlayAsync([type]);

        var page = await (await site.SignInAsync("Administrator")).GetAsync("/admin/circuits/4read");

        page.Text(".circuit-notes li").ShouldBe("Pourquoi noter ? Près de l’étape : Noter");
        page.Text(".circuit-box:has(.circuit-note)").ShouldNotBeNull().ShouldContain("Noter");
        page.Text(".circuit-note").ShouldBe("✎ 1");
    }

    private static Task<WorkflowTypeRow> RowAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<WorkflowTypeRow>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task<JsonNode?> DraftAsync(Site site, string id) => (await RowAsync(site, id)).Draft is { } draft ? JsonNode.Parse(draft) : null;

    private static async Task<IReadOnlyList<JsonNode?>> NotesAsync(Site site, string id) => [.. (await DraftAsync(site, id))!["Properties"]!["EssNotes"]!.AsArray()];
}
