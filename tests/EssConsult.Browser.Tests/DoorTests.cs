namespace EssConsult.Browser.Tests;

/// <summary>The door in a cellar: the application of the door, its worker, and what it keeps.</summary>
public sealed class DoorTests(RunningSite site)
{
    private static readonly string[] Guests = ["Aïcha Exemple", "Bruno Exemple", "Chloé Exemple", "Denis Exemple", "Élodie Exemple"];

    [Fact]
    public async Task A_facilitator_checks_in_five_people_with_the_network_cut_and_reconnects()
    {
        var page = await site.OpenAsync(width: 390);
        await page.EnterAsAsync(Tour.Facilitator);
        var id = await page.OrganiseAsync("Plénière de la cave", asksAtTheDoor: "EventQuestions");
        foreach (var guest in Guests)
        {
            await page.RegisterByTeamAsync(id, guest);
        }

        await page.GotoAsync($"/admin/rendez-vous/{id}/accueil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tirer le code" }).ClickAsync();
        var pin = await page.Locator(".door-pin-letters").InnerTextAsync();
        await page.GotoAsync($"/accueil/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Scanner, même sans réseau" }).ClickAsync();
        await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-part=list]")).ToHaveTextAsync("Personnes sur la liste de cet appareil : 5.");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"/accueil/{id}");
        await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();
        await page.GetByLabel("Code de la liste").FillAsync("AAAA-BCDE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Essais restants : 9")).ToBeVisibleAsync();
        await page.GetByLabel("Code de la liste").FillAsync(pin);
        await page.Keyboard.PressAsync("Enter");
        foreach (var guest in Guests)
        {
            await page.GetByLabel("Nom ou structure").FillAsync(guest[..4]);
            await page.GetByRole(AriaRole.Button, new() { Name = $"Présent : {guest}" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync($"{guest} : entrée notée");
        }

        await Assertions.Expect(page.GetByText($"À demander à {Guests[4]}")).ToBeVisibleAsync();
        await page.GetByLabel("Qu’attendez-vous de cette rencontre ?").FillAsync("Un local partagé");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter les réponses" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync($"{Guests[4]} : réponses notées");
        await Assertions.Expect(page.Locator("[data-part=waiting]")).ToHaveTextAsync("6 passages à envoyer");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Présent : {Guests[4]}" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync("déjà une entrée sur cet appareil");

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-part=waiting]")).ToHaveTextAsync("Tout est envoyé.");
        await page.LookAsync("accueil-hors-ligne");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Sortie : {Guests[4]}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Présent : {Guests[4]}" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"À demander à {Guests[4]}")).ToBeVisibleAsync();
        await page.LookAsync("accueil-questions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Passer" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"À demander à {Guests[4]}")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-part=waiting]")).ToHaveTextAsync("Tout est envoyé.");
        await page.GotoAsync($"/admin/rendez-vous/{id}/accueil");
        await Assertions.Expect(page.Locator(".figure-value").First).ToHaveTextAsync("5");
        await Assertions.Expect(page.Locator("#doubles .count")).ToHaveTextAsync("1");
        await page.LookAsync("accueil-tableau");
        await page.GotoAsync($"/accueil/{id}");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Réponses : 1 sur 1, {Guests[4]}" })).ToBeVisibleAsync();
        await page.LookAsync("accueil-en-ligne");
    }

    /// <summary>The telephone itself answers, and the site when it hears of it: both are held against what any request of the same person costs the telephone.</summary>
    [Fact, Trait("Category", "Storm")]
    public async Task Whoever_comes_in_is_answered_within_three_times_an_empty_request_of_somebody_signed_in()
    {
        var page = await site.OpenAsync(width: 390);
        await page.EnterAsAsync(Tour.Facilitator);
        var id = await page.OrganiseAsync("Plénière pressée");
        foreach (var guest in Guests)
        {
            await page.RegisterByTeamAsync(id, guest);
        }

        await page.GotoAsync($"/admin/rendez-vous/{id}/accueil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tirer le code" }).ClickAsync();
        var pin = await page.Locator(".door-pin-letters").InnerTextAsync();
        await page.GotoAsync($"/accueil/{id}/hors-ligne");
        await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();
        await page.GetByLabel("Code de la liste").FillAsync(pin);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Nom ou structure").FillAsync("Exemple");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Présent : " })).ToHaveCountAsync(Guests.Length);

        var times = await page.EvaluateAsync<double[][]>("""
            async () => {
              const changed = (part) => new Promise((resolve) => new MutationObserver((_, watch) => { watch.disconnect(); resolve(); }).observe(document.querySelector(`[data-part=${part}]`), { childList: true, characterData: true, subtree: true }));
              const sent = async () => { while (document.querySelector('[data-part=waiting]').textContent !== 'Tout est envoyé.') await changed('waiting'); };
              const timed = async (act) => { const from = performance.now(); await act(); return performance.now() - from; };
              const [answers, empty, site, ask] = [[], [], [], window.fetch];
              window.fetch = async (url, options) => { let answer; const took = await timed(async () => { answer = await ask(url, options); }); if (url.endsWith('/passages')) site.push(took); return answer; };
              const buttons = [...document.querySelectorAll('[data-part=names] button')];
              for (let round = 0; round < 5; round++) for (const button of buttons) {
                answers.push(await timed(() => { const said = changed('result'); button.click(); return said; }));
                await sent();
                empty.push(await timed(() => ask('/connexion', { redirect: 'manual', cache: 'no-store' })));
              }
              return [answers, empty, site];
            }
            """);

        var (answer, request, stored) = (Median(times[0]), Median(times[1]), Median(times[2]));
        TestContext.Current.TestOutputHelper!.WriteLine($"{times[0].Length} passages: answered by the device after {answer:0.0} ms, by the site after {stored:0.0} ms, an empty request after {request:0.0} ms (medians).");
        answer.ShouldBeLessThanOrEqualTo(3 * request);
        stored.ShouldBeLessThanOrEqualTo(3 * request);
    }

    [Fact]
    public async Task Ten_wrong_codes_wipe_the_list_from_the_device()
    {
        var page = await site.OpenAsync(width: 390);
        await page.EnterAsAsync(Tour.Facilitator);
        var id = await page.OrganiseAsync("Plénière au code perdu");
        await page.RegisterByTeamAsync(id, Guests[0]);
        await page.GotoAsync($"/admin/rendez-vous/{id}/accueil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tirer le code" }).ClickAsync();
        await page.GotoAsync($"/accueil/{id}/hors-ligne");
        await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-part=list]")).ToHaveTextAsync("Personnes sur la liste de cet appareil : 1.");

        for (var left = 9; left >= 1; left--)
        {
            await page.GetByLabel("Code de la liste").FillAsync("AAAA-BCDE");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync($"Essais restants : {left}.");
        }

        await page.GetByLabel("Code de la liste").FillAsync("AAAA-BCDE");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync("la liste est effacée de cet appareil");
        await Assertions.Expect(page.Locator("[data-part=list]")).ToHaveTextAsync("Aucune liste sur cet appareil.");
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
