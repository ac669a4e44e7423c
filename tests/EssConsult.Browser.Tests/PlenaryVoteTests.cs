using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>A site of its own: its mailbox fills with tickets.</summary>
public sealed class PlenarySite : RunningSite;

/// <summary>A motion in a plenary: twenty people behind one address vote with the ticket on their telephone.</summary>
public sealed partial class PlenaryVoteTests(PlenarySite site) : IClassFixture<PlenarySite>
{
    private const int People = 20;
    private const string Wording = "La plénière adopte le calendrier des ateliers";

    [Fact]
    public async Task Twenty_people_behind_one_address_vote_a_motion_with_the_ticket_on_their_screen()
    {
        var team = await site.OpenAsync();
        await team.EnterAsAsync(Tour.Administrator);
        var plenary = await team.OrganiseAsync("Plénière qui vote");
        for (var person = 1; person <= People; person++)
        {
            await RegisterAsync(team, plenary, person);
        }

        await team.GotoAsync($"/accueil/{plenary}");
        for (var person = 1; person <= People; person++)
        {
            await team.GetByRole(AriaRole.Button, new() { Name = "Présent : " + NameOf(person), Exact = true }).ClickAsync();
            await Assertions.Expect(team.GetByText($"{NameOf(person)} : entrée notée")).ToBeVisibleAsync();
        }

        await team.GotoAsync($"/admin/rendez-vous/{plenary}");
        await team.GetByText("Mettre aux voix", new() { Exact = true }).First.ClickAsync();
        await team.GetByLabel("Ce qui est mis aux voix").FillAsync(Wording);
        await team.LookAsync("mettre-aux-voix");
        await team.GetByRole(AriaRole.Button, new() { Name = "Mettre aux voix maintenant" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Le vote est ouvert.")).ToBeVisibleAsync();

        var links = await LinksAsync(team);
        await Task.WhenAll(Enumerable.Range(1, People).Select(person => VoteAsync(links[AddressOf(person)], person)));

        await team.GotoAsync($"/admin/rendez-vous/{plenary}/votes");
        await Assertions.Expect(team.GetByText($"Votes reçus : {People}")).ToBeVisibleAsync();
        await team.LookAsync("votes-en-salle");
        await LookAtTheDeskAsync(team);
        await team.GotoAsync($"/admin/rendez-vous/{plenary}/votes");
        await team.GetByRole(AriaRole.Button, new() { Name = "Clore le vote" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Saisir des mains levées" }).ClickAsync();
        await team.LookAsync("mains-levees");
        await team.GetByLabel("Pour", new() { Exact = true }).FillAsync("2");
        await team.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le lot" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Une autre personne que vous doit confirmer ce lot.")).ToBeVisibleAsync();
        await team.LookAsync("lot");
        await team.GetByText("Retirer ce lot").ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, retirer" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Lot retiré.")).ToBeVisibleAsync();
        await team.GotoAsync($"/admin/rendez-vous/{plenary}/votes");
        await team.GetByRole(AriaRole.Button, new() { Name = "Dépouiller" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Voir le résultat" }).ClickAsync();
        await Assertions.Expect(team.Locator(".ballot-verdict")).ToContainTextAsync("Adopté");
        await Assertions.Expect(team.GetByText($"{People} votes en ligne.")).ToBeVisibleAsync();
        await team.LookAsync("vote-en-salle-resultat");
    }

    private static string NameOf(int person) => $"Votante {person:00}";

    private static string AddressOf(int person) => $"votante-{person:00}@example.org";

    private static async Task RegisterAsync(IPage team, string plenary, int person)
    {
        await team.GotoAsync($"/admin/rendez-vous/{plenary}");
        await team.GetByText("Inscrire quelqu’un").ClickAsync();
        await team.GetByLabel("Son nom").FillAsync(NameOf(person));
        await team.GetByLabel("Son adresse e-mail").FillAsync(AddressOf(person));
        await team.GetByRole(AriaRole.Button, new() { Name = "Inscrire", Exact = true }).ClickAsync();
        await Assertions.Expect(team.GetByText("Inscription ajoutée")).ToBeVisibleAsync();
    }

    /// <summary>The page of each ticket, from its mail.</summary>
    private static async Task<Dictionary<string, string>> LinksAsync(IPage team)
    {
        var links = new Dictionary<string, string>();
        for (var started = Stopwatch.GetTimestamp(); links.Count < People && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2);)
        {
            await team.GotoAsync("/dev/mailbox");
            for (var person = 1; person <= People; person++)
            {
                var mail = team.Locator(".queue-list a", new() { HasText = AddressOf(person) });
                if (links.ContainsKey(AddressOf(person)) || await mail.CountAsync() == 0)
                {
                    continue;
                }

                await mail.First.ClickAsync();
                await Assertions.Expect(team.Locator(".queue-item").First).ToBeVisibleAsync();
                if (TicketLink().Match(await team.ContentAsync()) is { Success: true } found)
                {
                    links[AddressOf(person)] = found.Value.Replace("&amp;", "&", StringComparison.Ordinal);
                }
            }
        }

        links.Count.ShouldBe(People);
        return links;
    }

    /// <summary>A window of one's own: no cookie of another.</summary>
    private async Task VoteAsync(string ticket, int person)
    {
        var phone = await site.OpenAsync(width: 390);
        await phone.GotoAsync(ticket);
        if (person == 1)
        {
            await phone.LookAsync("billet-je-vote");
        }

        await phone.GetByRole(AriaRole.Button, new() { Name = "Je vote" }).ClickAsync();
        await phone.GetByLabel(person % 4 == 0 ? "Contre" : "Pour").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Relire mon vote" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Voter", Exact = true }).ClickAsync();
        (await phone.Locator(".receipt-code").InnerTextAsync()).Length.ShouldBeGreaterThan(10);
        await phone.Context.CloseAsync();
    }

    private async Task LookAtTheDeskAsync(IPage team)
    {
        await team.GetByRole(AriaRole.Link, new() { Name = "Bureau de vote" }).ClickAsync();
        await team.GetByLabel("Billet, nom ou numéro de billet").FillAsync("votante");
        await team.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await Assertions.Expect(team.GetByText("a voté en ligne").First).ToBeVisibleAsync();
        await team.LookAsync("bureau-de-vote");
        var tablet = await site.OpenAsync(width: 390);
        await tablet.GotoAsync(new Uri(team.Url).AbsolutePath.Replace("/admin", string.Empty, StringComparison.Ordinal).Replace("/bureau", "/tablette", StringComparison.Ordinal));
        await Assertions.Expect(tablet.GetByLabel("Billet de la personne suivante")).ToBeVisibleAsync();
        await tablet.LookAsync("tablette-de-vote");
    }

    [GeneratedRegex(@"/inscription/[0-9a-f]{32}\?jeton=[\w-]+")]
    private static partial Regex TicketLink();
}
