namespace EssConsult.Browser.Tests;

/// <summary>What a table says becomes a contribution: from the organiser's list, by a link on a telephone, to the page of the plenary.</summary>
public sealed class SheetStoryTests(RunningSite site)
{
    private const string Proposal = "Prêter les salles des écoles le soir";

    [Fact]
    public async Task A_table_writes_and_confirms_its_sheet_and_the_visitor_reads_it_under_the_plenary()
    {
        var organiser = await site.OpenAsync();
        await organiser.EnterAsAsync("Animatrice de démonstration");
        await organiser.FollowAsync(Tour.PlenaryOrganised + " → a[href$='/fiches']");
        await organiser.GetByLabel("Nombre de tables").FillAsync("2");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Ouvrir les fiches" }).ClickAsync();
        await organiser.LookAsync("fiches-de-table");
        await organiser.Locator("#table-1 summary").ClickAsync();
        var link = await organiser.Locator("#table-1 .sheet-link a").GetAttributeAsync("href");

        var table = await site.OpenAsync(width: 390);
        await table.GotoAsync(new Uri(link!).PathAndQuery);
        await table.Locator("#title-0").FillAsync(Proposal);
        await table.Locator("#text-0").FillAsync("Elles sont vides après 18 heures, et chauffées : une association par soir, une clé, un agenda commun.");
        await Assertions.Expect(table.Locator(".save-state")).ToContainTextAsync("Brouillon enregistré");
        await table.LookAsync("fiche-de-table");
        await table.GetByLabel("La table a relu ces propositions et les confirme.").CheckAsync();
        await table.GetByRole(AriaRole.Button, new() { Name = "La table confirme" }).ClickAsync();
        await Assertions.Expect(table.GetByText("La table a confirmé cette fiche")).ToBeVisibleAsync();
        await table.LookAsync();

        await organiser.ReloadAsync();
        await organiser.Locator("#table-1 summary").ClickAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Publier cette fiche" }).ClickAsync();
        await Assertions.Expect(organiser.GetByText("Les propositions sont publiées")).ToBeVisibleAsync();

        await table.GotoAsync(Tour.Plenary);
        await table.Locator(".event-born").GetByRole(AriaRole.Link, new() { Name = Proposal }).ClickAsync();
        await table.ExpectHeadingAsync(Proposal);
        await Assertions.Expect(table.Locator(".born-at")).ToContainTextAsync("Écrit à la table 1");
        await table.LookAsync();
    }
}
