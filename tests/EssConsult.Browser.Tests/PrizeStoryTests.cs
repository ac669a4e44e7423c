using System.Diagnostics;
using System.Globalization;

namespace EssConsult.Browser.Tests;

/// <summary>An edition of the prize, by its applicants, its jury and its team.</summary>
public sealed class PrizeStoryTests(RunningSite site)
{
    private static readonly string[] Titles = ["Le four à pain des voisins", "La bibliothèque des graines"];

    [Fact]
    public async Task An_entry_from_draft_to_laureate_with_three_jurors_of_whom_one_is_recused()
    {
        var team = await site.OpenAsync(width: 390);
        await team.EnterAsAsync(Tour.Administrator);
        var (id, path) = await AnnounceAsync(team);
        await EnterAsync("Citoyenne de démonstration", path, Titles[0], looks: true);
        await EnterAsync("Membre d’une structure de démonstration", path, Titles[1], looks: false);
        var links = new List<string>();
        foreach (var name in new[] { "Juré Un", "Jurée Deux", "Juré Trois" })
        {
            links.Add(await InviteAsync(team, id, name));
        }

        await MoveDeadlineAsync(team, id);
        await ScreenAsync(team, id);
        var jurors = new List<IPage>();
        foreach (var (link, persona) in links.Zip(["Juré de démonstration", "Présidente du jury de démonstration", "Animatrice de démonstration"]))
        {
            jurors.Add(await JoinAsync(link, persona, looks: jurors.Count == 0));
        }

        await team.GotoAsync($"/admin/prix/{id}");
        await team.LookAsync("prix-edition");
        await team.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la notation" }).ClickAsync();
        await Assertions.Expect(team.GetByText("La notation est ouverte")).ToBeVisibleAsync();

        await team.GetByRole(AriaRole.Row).Filter(new() { HasText = "Jurée Deux" }).GetByRole(AriaRole.Button, new() { Name = "Confier la présidence" }).ClickAsync();
        await Assertions.Expect(team.GetByText("Présidence confiée.")).ToBeVisibleAsync();
        await DeclareAsync(jurors[0], id, recusedFrom: null);
        await DeclareAsync(jurors[1], id, recusedFrom: null);
        await DeclareAsync(jurors[2], id, recusedFrom: Titles[0]);
        await Assertions.Expect(jurors[2].GetByText("1 dossier écarté (déport)")).ToBeVisibleAsync();
        await Assertions.Expect(jurors[2].GetByText(Titles[0])).ToHaveCountAsync(0);
        await MarkByKeyboardAsync(jurors[0], id, Titles[0], 5);
        await MarkAsync(jurors[0], id, Titles[1], 3);
        await MarkAsync(jurors[1], id, Titles[0], 4);
        await MarkAsync(jurors[1], id, Titles[1], 3);
        await MarkAsync(jurors[2], id, Titles[1], 2);
        await jurors[2].LookAsync("jury-fini");

        await team.GotoAsync($"/admin/prix/{id}");
        await team.GetByText("Clore la notation").First.ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, clore" }).ClickAsync();
        await team.GotoAsync($"/admin/prix/{id}/classement");
        await team.GetByRole(AriaRole.Button, new() { Name = "Arrêter le classement" }).ClickAsync();
        await DeliberateAsync(team, jurors, id);
        await team.GotoAsync($"/admin/prix/{id}/classement");
        await team.GetByLabel("Distinction").FillAsync("Prix du jury");
        await team.GetByLabel("Ce qu’en dit le jury").FillAsync("Il réunit une rue autour d’un pain.");
        await team.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la distinction" }).ClickAsync();
        await Assertions.Expect(team.Locator("tbody .tag-done")).ToHaveTextAsync("Prix du jury");
        await team.LookAsync("prix-classement");
        await team.GetByText("Publier le palmarès").First.ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Oui, publier" }).ClickAsync();

        var visitor = await site.OpenAsync(width: 390);
        await visitor.GotoAsync(path);
        await Assertions.Expect(visitor.Locator(".laureate h3")).ToHaveTextAsync(Titles[0]);
        await Assertions.Expect(visitor.GetByText(Titles[1])).ToHaveCountAsync(0);
        await visitor.LookAsync("prix-palmares");
        await VerifyAsync(team, id, await visitor.Locator("code.hash").Last.TextContentAsync());
    }

    /// <summary>The chair runs the sitting; the recused juror is out while the first entry is discussed; one juror votes by keyboard alone.</summary>
    private static async Task DeliberateAsync(IPage team, List<IPage> jurors, string id)
    {
        var (juror, chair, recused) = (jurors[0], jurors[1], jurors[2]);
        await chair.GotoAsync($"/jury/{id}");
        await chair.GetByRole(AriaRole.Link, new() { Name = "Entrer en délibération" }).ClickAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance" }).ClickAsync();
        foreach (var name in new[] { "Juré Un", "Jurée Deux", "Juré Trois" })
        {
            await chair.GetByRole(AriaRole.Button, new() { Name = $"Est là : {name}" }).ClickAsync();
        }

        await chair.GetByRole(AriaRole.Button, new() { Name = $"Appeler ce dossier : {Titles[0]}" }).ClickAsync();
        await Assertions.Expect(chair.GetByText("Hors de la salle, par déport")).ToBeVisibleAsync();
        await recused.GotoAsync($"/jury/{id}/deliberation");
        await Assertions.Expect(recused.GetByText("Vous êtes hors de la salle")).ToBeVisibleAsync();
        await Assertions.Expect(recused.GetByText(Titles[0])).ToHaveCountAsync(0);
        await recused.LookAsync("jury-dehors");
        await chair.GetByText("Ouvrir un vote").ClickAsync();
        await chair.GetByLabel("La question").FillAsync("Distinguer ce dossier ?");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Ouvrir le vote" }).ClickAsync();
        await chair.LookAsync("jury-deliberation");
        await juror.GotoAsync($"/jury/{id}/deliberation");
        await juror.GetByRole(AriaRole.Button, new() { Name = "Pour", Exact = true }).FocusAsync();
        await juror.Keyboard.PressAsync("Enter");
        await Assertions.Expect(juror.GetByText("Votre vote est enregistré.").First).ToBeVisibleAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Pour", Exact = true }).ClickAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Clore le vote" }).ClickAsync();
        await Assertions.Expect(chair.GetByText("2 pour, 0 contre, 0 blancs")).ToBeVisibleAsync();
        await chair.GetByText("Décider").ClickAsync();
        await chair.GetByLabel("Pourquoi").FillAsync("Le plus simple à refaire ailleurs.");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la décision" }).ClickAsync();
        await chair.GetByRole(AriaRole.Link, new() { Name = "À quoi tient le classement" }).ClickAsync();
        await chair.LookAsync("jury-presidence");
        await chair.GotoAsync($"/jury/{id}/deliberation");
        await chair.GetByText("Lever la séance").First.ClickAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Oui, lever la séance" }).ClickAsync();
        await Assertions.Expect(chair.GetByText("La séance est levée.")).ToBeVisibleAsync();
        await team.GotoAsync($"/admin/prix/{id}/simulation");
        await team.GetByRole(AriaRole.Button, new() { Name = "Simuler" }).ClickAsync();
        await Assertions.Expect(team.Locator(".simulation tbody tr")).ToHaveCountAsync(2);
        await team.LookAsync("prix-simulation");
    }

    /// <summary>The register is confirmed without the site, and a copy with one other letter is not.</summary>
    private static async Task VerifyAsync(IPage team, string id, string? root)
    {
        await team.GotoAsync($"/admin/prix/{id}/classement");
        var download = await team.RunAndWaitForDownloadAsync(() => team.GetByRole(AriaRole.Link, new() { Name = "Télécharger le registre" }).ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("ess-register").FullName, "registre.json");
        await download.SaveAsAsync(file);

        var (code, said) = await RunVerifierAsync(file, root!);
        said.ShouldContain($"Prix du jury: {Titles[0]}");
        code.ShouldBe(0, said);

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(Titles[0], "Le four à pain des autres", StringComparison.Ordinal));
        (await RunVerifierAsync(file, root!)).Code.ShouldBe(1);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task<(int Code, string Said)> RunVerifierAsync(string file, string root)
    {
        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "verify-edition.dll"), file, root]) { RedirectStandardOutput = true })!;
        var said = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return (tool.ExitCode, said);
    }

    /// <summary>Copies the edition of the demonstration, opens it yesterday until next week; its id and address.</summary>
    private static async Task<(string Id, string Path)> AnnounceAsync(IPage team)
    {
        await team.GotoAsync("/admin/prix");
        await team.LookAsync("prix-liste");
        await team.Locator(".row-title", new() { HasText = "édition en cours" }).ClickAsync();
        await team.GetByRole(AriaRole.Button, new() { Name = "Copier pour une nouvelle édition" }).ClickAsync();
        var id = new Uri(team.Url).Segments[^1];
        await team.GetByLabel("Titre", new() { Exact = true }).First.FillAsync("Prix du voisinage");
        await SetAsync(team, "Le dépôt ouvre", -24);
        await SetAsync(team, "Le dépôt ferme", 7 * 24);
        await SetAsync(team, "La notation ferme", 14 * 24);
        await PublishAsync(team);
        await team.GotoAsync($"/admin/prix/{id}");
        return (id, (await team.GetByRole(AriaRole.Link, new() { Name = "Voir la page" }).GetAttributeAsync("href"))!);
    }

    /// <summary>The deadline was an hour ago.</summary>
    private static async Task MoveDeadlineAsync(IPage team, string id)
    {
        await team.GotoAsync($"/admin/contenus/{id}");
        await SetAsync(team, "Le dépôt ferme", -1);
        await PublishAsync(team);
    }

    private static async Task SetAsync(IPage team, string label, double inHours) =>
        await team.GetByLabel(label).FillAsync(TimeProvider.System.GetLocalNow().AddHours(inHours).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));

    private static async Task PublishAsync(IPage team)
    {
        await team.GetByRole(AriaRole.Button, new() { Name = "Publier" }).First.ClickAsync();
        await Assertions.Expect(team.GetByText("Publié").First).ToBeVisibleAsync();
    }

    private async Task EnterAsync(string persona, string path, string title, bool looks)
    {
        var page = await site.OpenAsync(width: 390);
        await page.EnterAsAsync(persona);
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "Je dépose un dossier" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer mon dossier" }).ClickAsync();
        await page.GetByLabel("Titre du projet").FillAsync(title);
        await page.GetByLabel("Le projet", new() { Exact = true }).FillAsync("Un atelier ouvert à toute la rue.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le brouillon" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Brouillon enregistré")).ToBeVisibleAsync();
        if (looks)
        {
            await page.LookAsync("dossier-brouillon");
            await page.GetByRole(AriaRole.Link, new() { Name = "Écrire ce dossier à plusieurs" }).ClickAsync();
            await page.LookAsync("dossier-equipe");
            await page.GetByRole(AriaRole.Link, new() { Name = "Mon dossier", Exact = true }).ClickAsync();
        }

        await page.GetByLabel("En quoi il est nouveau").FillAsync("Personne ne l’avait fait ici.");
        await page.GetByLabel("Où", new() { Exact = true }).FillAsync("Nantes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d’envoyer" }).ClickAsync();
        await page.ExpectHeadingAsync("Relire mon dossier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer mon dossier" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Reçu de dépôt n°")).ToBeVisibleAsync();
        if (looks)
        {
            await page.LookAsync("dossier-recu");
        }
    }

    /// <summary>Invites somebody; the address of the link in their mail.</summary>
    private static async Task<string> InviteAsync(IPage team, string id, string name)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await team.GotoAsync($"/admin/prix/{id}");
        await team.GetByText("Inviter quelqu’un au jury").ClickAsync();
        await team.GetByLabel("Nom", new() { Exact = true }).FillAsync(name);
        await team.GetByLabel("Adresse e-mail").FillAsync(email);
        await team.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation", Exact = true }).ClickAsync();
        await Assertions.Expect(team.GetByText("Invitation envoyée.")).ToBeVisibleAsync();
        for (var tries = 0; ; tries++)
        {
            var mailbox = await team.Context.NewPageAsync();
            await mailbox.GotoAsync("/dev/mailbox");
            var mail = mailbox.Locator(".queue-list a", new() { HasText = email });
            if (await mail.CountAsync() == 0 && tries < 60)
            {
                await mailbox.CloseAsync();
                continue;
            }

            await mail.First.ClickAsync();
            var link = await mailbox.Locator("a[href*='/jury/invitation']").First.GetAttributeAsync("href");
            await mailbox.CloseAsync();
            return new Uri(new Uri(team.Url), link).PathAndQuery;
        }
    }

    private async Task<IPage> JoinAsync(string link, string persona, bool looks)
    {
        var page = await site.OpenAsync(width: 390);
        await page.EnterAsAsync(persona);
        await page.GotoAsync(link);
        if (looks)
        {
            await page.LookAsync("jury-invitation");
        }

        await page.GetByLabel("Je juge en toute indépendance").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "J’accepte" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La notation n’est pas encore ouverte")).ToBeVisibleAsync();
        return page;
    }

    private static async Task ScreenAsync(IPage team, string id)
    {
        foreach (var title in Titles)
        {
            await team.GotoAsync($"/admin/prix/{id}/dossiers");
            await team.Locator(".row-title", new() { HasText = title }).ClickAsync();
            await team.LookAsync("prix-recevabilite");
            foreach (var condition in await team.GetByRole(AriaRole.Group, new() { Name = "Conditions remplies" }).GetByRole(AriaRole.Checkbox).AllAsync())
            {
                await condition.CheckAsync();
            }

            await team.GetByRole(AriaRole.Button, new() { Name = "Recevable", Exact = true }).ClickAsync();
            await Assertions.Expect(team.GetByText("Dossier recevable : son auteur est prévenu.")).ToBeVisibleAsync();
        }
    }

    private static async Task DeclareAsync(IPage juror, string id, string? recusedFrom)
    {
        await juror.GotoAsync($"/jury/{id}/liens");
        if (recusedFrom is not null)
        {
            await juror.Locator("tr", new() { HasText = recusedFrom }).Locator("select").SelectOptionAsync("Partner");
            await juror.LookAsync("jury-liens");
        }

        await juror.GetByRole(AriaRole.Button, new() { Name = "J’ai tout déclaré : enregistrer" }).ClickAsync();
        await Assertions.Expect(juror.GetByText("Vos liens sont enregistrés.")).ToBeVisibleAsync();
    }

    private static async Task MarkAsync(IPage juror, string id, string title, int mark)
    {
        await OpenSheetAsync(juror, id, title);
        foreach (var criterion in await juror.Locator("fieldset.criterion").AllAsync())
        {
            await criterion.GetByRole(AriaRole.Radio, new() { Name = $"{mark}", Exact = true }).CheckAsync();
        }

        await juror.GetByRole(AriaRole.Button, new() { Name = "Valider ma grille" }).ClickAsync();
        await Assertions.Expect(juror.GetByText("Grille validée.")).ToBeVisibleAsync();
    }

    /// <summary>From the list to the sheet that was given, without a mouse.</summary>
    private static async Task MarkByKeyboardAsync(IPage juror, string id, string title, int mark)
    {
        await juror.GotoAsync($"/jury/{id}");
        await juror.LookAsync("jury-dossiers");
        await juror.TabToAsync(juror.Locator(".row-title", new() { HasText = title }));
        await juror.Keyboard.PressAsync("Enter");
        await juror.ExpectHeadingAsync(title);
        await juror.WaitForFunctionAsync("() => customElements.get('score-sheet') !== undefined && document.readyState === 'complete'");
        foreach (var criterion in await juror.Locator("fieldset.criterion").AllAsync())
        {
            // Nothing is chosen yet: the first one takes the focus, and arrows go on from there.
            await juror.TabToAsync(criterion.GetByRole(AriaRole.Radio).First);
            await juror.Keyboard.PressAsync("Space");
            for (var step = 0; step < mark; step++)
            {
                await juror.Keyboard.PressAsync("ArrowRight");
            }

            await Assertions.Expect(criterion.GetByRole(AriaRole.Radio, new() { Name = $"{mark}", Exact = true })).ToBeCheckedAsync();
        }

        await Assertions.Expect(juror.Locator(".save-state")).ToContainTextAsync("Enregistré à");
        await juror.EvaluateAsync("scrollTo(0, 0)");
        await juror.LookAsync("jury-grille");
        await juror.TabToAsync(juror.GetByRole(AriaRole.Button, new() { Name = "Valider ma grille" }));
        await juror.Keyboard.PressAsync("Enter");
        await Assertions.Expect(juror.GetByText("Grille validée.")).ToBeVisibleAsync();
    }

    private static async Task OpenSheetAsync(IPage juror, string id, string title)
    {
        await juror.GotoAsync($"/jury/{id}");
        await juror.Locator(".row-title", new() { HasText = title }).ClickAsync();
        await juror.ExpectHeadingAsync(title);
    }
}
