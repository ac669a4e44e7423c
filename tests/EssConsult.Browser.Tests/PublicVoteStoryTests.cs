using EssConsult.Testing.Browsing;

namespace EssConsult.Browser.Tests;

/// <summary>The public's vote of a prize, with a program among the voters.</summary>
public sealed class PublicVoteStoryTests(RunningSite site)
{
    private const int Fakes = 7;

    [Fact]
    public async Task The_public_votes_on_the_gallery_of_a_prize_and_a_burst_waits_for_the_commission()
    {
        var team = await site.OpenAsync(width: 390);
        await team.EnterAsAsync(Tour.Administrator);
        var (vote, title) = await PrepareAsync(team);

        var voter = await site.OpenAsync(width: 390, script: false);
        await voter.GotoAsync(vote);
        await Assertions.Expect(voter.GetByText("Le public compte pour 30 %")).ToBeVisibleAsync();
        await Assertions.Expect(voter.GetByRole(AriaRole.Heading, new() { Name = "Quand un vote est vérifié" })).ToBeVisibleAsync();
        await voter.GetByRole(AriaRole.Link, new() { Name = "Je vote" }).First.ClickAsync();
        var chosen = await voter.Locator("fieldset.ballot label").First.InnerTextAsync();
        await voter.Locator("fieldset.ballot input[type=checkbox]").First.CheckAsync();
        await voter.GetByRole(AriaRole.Button, new() { Name = "Relire mon vote" }).ClickAsync();
        await Assertions.Expect(voter.Locator(".ballot-said")).ToContainTextAsync(chosen.Trim());
        var email = $"{Guid.NewGuid():N}@exemple.fr";
        await voter.GetByLabel("Votre adresse e-mail").FillAsync(email);
        await voter.GetByRole(AriaRole.Button, new() { Name = "Recevoir le lien pour voter" }).ClickAsync();
        await Assertions.Expect(voter.Locator("h1")).ToHaveTextAsync("Regardez vos e-mails");
        await voter.GotoAsync(await LinkAsync(email));
        await voter.GetByRole(AriaRole.Button, new() { Name = "Confirmer mon vote" }).ClickAsync();
        await Assertions.Expect(voter.Locator("h1")).ToHaveTextAsync("Vous avez voté");
        await Assertions.Expect(voter.Locator("main")).Not.ToContainTextAsync(chosen.Trim());

        // The same minute for all of them, or none would be a burst.
        while (TimeProvider.System.GetUtcNow().Second > 30)
        {
            await voter.ReloadAsync();
        }

        string[] fakes = [.. Enumerable.Range(0, Fakes).Select(number => $"robot{number}{Guid.NewGuid():N}@exemple{number}.org")];
        foreach (var fake in fakes)
        {
            await SendAsync(vote, fake);
        }

        foreach (var fake in fakes)
        {
            var robot = Robot();
            await (await robot.GetAsync(await LinkAsync(fake))).Form("main form").SubmitAsync("Confirmer mon vote");
        }

        await LookAtVoterAsync(vote, email);
        await team.GotoAsync($"/admin/votes{vote[vote.LastIndexOf('/')..]}/verification");
        await team.GetByRole(AriaRole.Button, new() { Name = "Examiner les votes maintenant" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Tous les votes viennent d’être examinés.")).ToBeVisibleAsync();
        await Assertions.Expect(team.Locator("section.panel h2")).ToContainTextAsync("Rafale");
        await Assertions.Expect(team.Locator("section.panel dd").First).ToHaveTextAsync($"{Fakes}");
        await Assertions.Expect(team.Locator("main")).Not.ToContainTextAsync("robot");
        await Assertions.Expect(team.Locator("main")).Not.ToContainTextAsync(title);
        await team.LookAsync("vote-verification");
        await team.GetByText($"Proposer une décision pour ces {Fakes} votes").ClickAsync();
        await team.GetByLabel("Écarter : ces votes ne comptent pas").CheckAsync();
        await team.GetByLabel("Pourquoi").FillAsync("Envoyés par un programme.");
        await team.GetByRole(AriaRole.Button, new() { Name = "Proposer", Exact = true }).ClickAsync();
        await Assertions.Expect(team.GetByText("une autre personne doit la confirmer")).ToBeVisibleAsync();
        await Assertions.Expect(team.GetByRole(AriaRole.Button, new() { Name = "Confirmer : écarter" })).ToHaveCountAsync(0);
        await team.GetByRole(AriaRole.Link, new() { Name = "Voir ces votes un par un" }).ClickAsync();
        await Assertions.Expect(team.Locator("tbody tr")).ToHaveCountAsync(Fakes);
        await team.LookAsync();
        await ContestAsync(fakes[0]);
    }

    /// <summary>Opens the gallery of the demonstration's edition that is being judged, and the public's vote on it; the vote's address and an entry's title.</summary>
    private static async Task<(string Vote, string Title)> PrepareAsync(IPage team)
    {
        await team.GotoAsync("/admin/prix/4gfs6qbrw524dw6sn6j8fr2ekh");
        await team.GetByText("Ouvrir la galerie").First.ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, ouvrir" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Préparer le vote du public" }).ClickAsync();
        await team.LookAsync("vote-public-preparer");
        await team.GetByLabel("Jury et public ensemble").CheckAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Préparer le vote" }).ClickAsync();
        await team.GetByRole(AriaRole.Link, new() { Name = "Critères de vérification" }).ClickAsync();
        await team.LookAsync("vote-criteres");
        await team.GoBackAsync();
        await team.GetByText("Ouvrir le vote").First.ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, figer et ouvrir" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Empreinte de la règle :")).ToBeVisibleAsync();
        var vote = (await team.GetByRole(AriaRole.Link, new() { Name = "Voir la page du vote" }).GetAttributeAsync("href"))!;
        await team.GotoAsync(vote);
        return (vote, (await team.Locator("details ul[lang=fr] li").First.TextContentAsync())!.Trim());
    }

    private Visitor Robot() => Visitor.Of(new Uri(site.Address));

    /// <summary>As a program does: a form, the first option, an address, without a moment's reading.</summary>
    private async Task SendAsync(string vote, string address)
    {
        var robot = Robot();
        var page = await robot.GetAsync(vote + "/voter");
        var review = await page.Form("main form.form-wide").With("q-q1", "o1").SubmitAsync("Relire mon vote");
        await review.Form("main form.form-wide").With("Address", address).SubmitAsync("Recevoir le lien pour voter");
    }

    private Task<string> LinkAsync(string email) => LinkAsync(email, "/confirmer");

    /// <summary>The link in the newest mail to an address that has such a one, from the development mailbox.</summary>
    private async Task<string> LinkAsync(string email, string word)
    {
        for (var tries = 0; ; tries++)
        {
            var reader = Robot();
            var list = await reader.GetAsync("/dev/mailbox");
            foreach (var mail in list.Document.QuerySelectorAll(".queue-list a").Where(link => link.TextContent.Contains(email, StringComparison.Ordinal)))
            {
                var read = await reader.GetAsync(new Uri(list.Url, mail.GetAttribute("href")).PathAndQuery);
                if (read.Document.Links.Select(link => link.GetAttribute("href")).FirstOrDefault(link => link?.Contains(word, StringComparison.Ordinal) == true) is { } found)
                {
                    return new Uri(found).PathAndQuery;
                }
            }

            (tries < 500).ShouldBeTrue($"No mail to {email} has a link to {word}.");
        }
    }

    /// <summary>Every page of the path, by axe on a phone and at a desk.</summary>
    private async Task LookAtVoterAsync(string vote, string email)
    {
        var page = await site.OpenAsync(width: 390);
        await page.GotoAsync(vote);
        await page.LookAsync("vote-public");
        await page.GotoAsync(vote + "/voter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire mon vote" }).ClickAsync();
        await page.LookAsync("vote-public-adresse");
        await page.GotoAsync(vote + "/adresse?envoye=true");
        await page.LookAsync();
        await page.GotoAsync(await LinkAsync(email));
        await page.LookAsync("vote-public-recu");
        await page.GotoAsync("/en" + await LinkAsync(email));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You have voted");
    }

    private async Task ContestAsync(string email)
    {
        var page = await site.OpenAsync(width: 390);
        await page.GotoAsync(await LinkAsync(email, "/contester"));
        await page.LookAsync("vote-contester");
        await page.GetByLabel("Votre phrase pour la commission").FillAsync("C’était une classe.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Je conteste" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La commission a votre message.")).ToBeVisibleAsync();
    }
}
