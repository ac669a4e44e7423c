using System.Globalization;

namespace EssConsult.Browser.Tests;

/// <summary>A vote, by whoever prepares it and by whoever casts it with the keyboard alone.</summary>
public sealed class VoteStoryTests(RunningSite site)
{
    private const string Title = "Dans quel ordre ouvrir les ateliers ?";
    private static readonly string[] Options = ["Réparer", "Cuisiner", "Cultiver"];

    [Fact]
    public async Task A_ranked_ballot_is_prepared_and_cast_by_keyboard_alone()
    {
        var team = await site.OpenAsync(width: 390);
        await team.EnterAsAsync(Tour.Administrator);
        var address = await PrepareAsync(team);

        var voter = await site.OpenAsync(width: 390);
        await voter.EnterAsAsync("Rédactrice de démonstration");
        await voter.GotoAsync("/votes");
        await PressAsync(voter.GetByRole(AriaRole.Link, new() { Name = Title }), "Enter");
        await Assertions.Expect(voter.Locator("h1")).ToHaveTextAsync(Title);
        await voter.LookAsync("vote");
        await PressAsync(voter.GetByRole(AriaRole.Link, new() { Name = "Je vote" }).First, "Enter");
        await Assertions.Expect(voter.Locator("h1")).ToHaveTextAsync("Je vote");
        await voter.LookAsync("vote-bulletin");
        await PressAsync(voter.GetByLabel("Rang de : Cultiver"), "1");
        await PressAsync(voter.GetByLabel("Rang de : Réparer"), "2");
        await PressAsync(voter.GetByRole(AriaRole.Button, new() { Name = "Relire mon vote" }), "Enter");
        await Assertions.Expect(voter.Locator(".ballot-said li")).ToHaveTextAsync(["1 Cultiver", "2 Réparer"]);
        await voter.LookAsync("vote-relire");
        await PressAsync(voter.GetByRole(AriaRole.Button, new() { Name = "Voter", Exact = true }), "Enter");
        var receipt = await voter.Locator(".receipt-code").InnerTextAsync();
        receipt.Length.ShouldBeGreaterThan(10);
        await Assertions.Expect(voter.Locator("main")).Not.ToContainTextAsync("Cultiver");
        await voter.LookAsync("vote-recu");
        await voter.GotoAsync(address);
        await Assertions.Expect(voter.GetByText("Vous avez voté").First).ToBeVisibleAsync();

        await team.ReloadAsync();
        await Assertions.Expect(team.GetByText("Votes reçus : 1")).ToBeVisibleAsync();
        await Assertions.Expect(team.Locator("main")).Not.ToContainTextAsync(receipt);
        await team.LookAsync("vote-equipe");
    }

    private static async Task PressAsync(ILocator control, string key)
    {
        await control.FocusAsync();
        await control.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Draws the vote up and opens it; the address of its public page.</summary>
    private static async Task<string> PrepareAsync(IPage team)
    {
        await team.GotoAsync("/admin/votes/nouveau");
        await team.GetByLabel("Ce qui est mis au vote").FillAsync(Title);
        await team.GetByText("Options avancées").ClickAsync();
        await team.GetByLabel("Classement, méthode de Schulze").CheckAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        var draft = team.Url;
        await team.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await team.GetByLabel("Ajouter des options, une par ligne").FillAsync(string.Join('\n', Options));
        await team.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Assertions.Expect(team.GetByText("Question enregistrée")).ToBeVisibleAsync();
        await team.LookAsync("vote-question");
        await team.GotoAsync(draft);
        await team.GetByLabel("Ferme le").FillAsync(TimeProvider.System.GetLocalNow().AddDays(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await team.Locator("#r-open").CheckAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await team.GetByText("Ouvrir le vote").First.ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, figer et ouvrir" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Empreinte de la règle :")).ToBeVisibleAsync();
        return (await team.GetByRole(AriaRole.Link, new() { Name = "Voir la page du vote" }).GetAttributeAsync("href"))!;
    }
}
