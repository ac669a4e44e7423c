namespace EssConsult.Browser.Tests;

/// <summary>A site of its own: a bloc stands on every page of the others.</summary>
public sealed class LayerSite : RunningSite;

/// <summary>An administrator makes a layer and fills every zone of the theme; a visitor's pages are as sound as before.</summary>
public sealed class LayerStoryTests(LayerSite site) : IClassFixture<LayerSite>
{
    private static readonly string[] Zones = ["Header", "BeforeContent", "Content", "AfterContent", "Footer"];

    [Fact]
    public async Task An_administrator_fills_every_zone_and_the_pages_stay_sound()
    {
        var admin = await site.OpenAsync();
        await admin.EnterAsAsync("Administrateur de démonstration");
        await MakeLayerAsync(admin);
        foreach (var zone in Zones)
        {
            await AddAsync(admin, zone);
        }

        await admin.GotoAsync("/admin/blocs");
        await admin.GetByText("Placer « Bloc de Header » ailleurs").ClickAsync();
        var place = admin.Locator("li[id^='bloc-']").Filter(new() { HasText = "Bloc de Header" });
        await place.GetByLabel("Montrer son titre").CheckAsync();
        await admin.LookAsync("blocs");
        await place.GetByRole(AriaRole.Button, new() { Name = "Placer Bloc de Header" }).ClickAsync();

        var visitor = await site.OpenAsync(width: 390);
        foreach (var address in new[] { "/", "/charte" })
        {
            await visitor.GotoAsync(address);
            await visitor.WaitForFunctionAsync("async () => { const html = await (await fetch(location.href)).text(); return html.includes('widget-title') && html.split('class=\"zone ').length === 6; }");
            await visitor.ReloadAsync();
            await Assertions.Expect(visitor.Locator(".zone .widget")).ToHaveCountAsync(Zones.Length);
            await Assertions.Expect(visitor.Locator(".zone-header h2")).ToHaveTextAsync("Bloc de Header");
            await visitor.LookAsync();
        }
    }

    /// <summary>One condition of each kind that has inputs.</summary>
    private static async Task MakeLayerAsync(IPage admin)
    {
        await admin.GotoAsync("/admin/blocs/couche");
        await admin.GetByLabel("Nom", new() { Exact = true }).FillAsync("Partout");
        await admin.GetByLabel("une des conditions est remplie").CheckAsync();
        foreach (var kind in new[] { "Adresse", "Script", "Personne connectée", "Toujours" })
        {
            await admin.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
        }

        await admin.LookAsync("couche");
        await admin.GetByLabel("Comparé à").FillAsync("/charte");
        await admin.GetByLabel("Script", new() { Exact = true }).FillAsync("isHomepage()");
        await admin.Locator(".save-bar").GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Assertions.Expect(admin.Locator(".notice-success")).ToHaveTextAsync("La couche est enregistrée.");
    }

    private static async Task AddAsync(IPage admin, string zone)
    {
        await admin.GotoAsync("/admin/blocs");
        await admin.GetByRole(AriaRole.Button, new() { Name = $"Ajouter un bloc dans {zone}", Exact = true }).ClickAsync();
        await admin.Locator("[name='TitlePart.Title']").FillAsync($"Bloc de {zone}");
        await admin.Locator("[name='MarkdownBodyPart.Markdown']").FillAsync("Un mot de **l’équipe**, et [la charte](/charte).");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Publier", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Locator(".state-published").First).ToBeVisibleAsync();
    }
}
