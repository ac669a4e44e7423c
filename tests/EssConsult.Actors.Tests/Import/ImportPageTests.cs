using System.Text;
using EssConsult.Actors.Import;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Import;

public sealed class ImportPageTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_file_is_checked_first_and_imported_when_a_moderator_says_so(Database database)
    {
        var site = await sites.OnAsync(database);
        var moderator = await site.ModeratorAsync();
        var word = Seed.Word();

        var report = await SendAsync(moderator, $"nom,commune\nUne {word},Nantes\n,Rezé\n");

        report.Text(".notice-title").ShouldBe("Rien n’a encore changé");
        report.Texts(".stat-value").ShouldBe(["2", "1", "1", "0", "0", "0", "1"]);
        report.Texts("tbody .state").ShouldBe(["Créée", "Refusée"]);
        (await site.NamedAsync(word)).ShouldBeEmpty();

        var done = await report.Form("main form").SubmitAsync("Importer pour de bon");

        done.Text(".notice-title").ShouldBe("Ce fichier est importé");
        done.Has("main form").ShouldBeFalse();
        (await site.NamedAsync(word)).ShouldHaveSingleItem().State.ShouldBe(ActorState.Published);
        (await done.FollowAsync($"Une {word}")).Text("h1").ShouldBe($"Une {word}");
        (await report.Form("main form").SubmitAsync()).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        var csv = await moderator.Client.GetStringAsync(done.Url.AbsolutePath + "/rapport.csv", TestContext.Current.CancellationToken);
        csv.TrimStart('\uFEFF').Split("\r\n").ShouldBe(["Ligne,Structure,Résultat,Remarques", $"2,Une {word},Créée,", "3,,Refusée,Ni nom ni identifiant\u00A0: on ne peut pas savoir de quelle structure il s’agit.", ""]);
    }

    [Theory, OnBothDatabases]
    public async Task New_structures_can_wait_for_a_review(Database database)
    {
        var site = await sites.OnAsync(database);
        var moderator = await site.ModeratorAsync();
        var word = Seed.Word();

        var report = await SendAsync(moderator, $"nom\nUne {word}\n", asProposals: true);
        await report.Form("main form").SubmitAsync();

        (await site.NamedAsync(word)).ShouldHaveSingleItem().State.ShouldBe(ActorState.Proposed);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_is_no_list_is_refused_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        var moderator = await site.ModeratorAsync();

        (await SendAsync(moderator, "[{\"nom\": ")).Text(".error-summary li").ShouldBe("Ce fichier JSON est mal formé, à la ligne 1.");
        var unreadable = await site.InDatabaseAsync(db => db.Set<ActorImport>().OrderByDescending(import => import.AtUtc).FirstAsync());
        (unreadable.State, unreadable.Content).ShouldBe((ImportState.Unreadable, null));
        (await moderator.GetAsync($"/admin/structures/import/{unreadable.Id}")).Text(".notice-title").ShouldBe("Ce fichier n’a pas pu être lu jusqu’au bout");
        (await SendAsync(moderator, "{\"nom\": 1}")).Text(".error-summary li").ShouldBe("Ce fichier JSON n’est pas une liste GeoJSON (FeatureCollection).");
    }

    private static async Task<Page> SendAsync(Visitor moderator, string content, bool asProposals = false)
    {
        var form = (await moderator.GetAsync("/admin/structures/import")).Form("main form").Attach("Upload", "liste.csv", "text/csv", Encoding.UTF8.GetBytes(content));
        return await (asProposals ? form.With("AsProposals", "true") : form).SubmitAsync("Vérifier le fichier");
    }
}
