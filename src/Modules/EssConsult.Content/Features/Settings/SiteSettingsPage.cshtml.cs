using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Settings;

[RequirePermission(Permissions.ManageSettings)]
internal sealed class SiteSettingsPageModel(
    SiteSettings settings, ThemeFolder theme, InstalledThemes themes, ModuleCatalog catalog, FeatureSwitch features, EditSettingsHandler edit, SwitchModuleHandler switches, CurrentPerson person)
    : PageModel
{
    private const string Saved = "enregistre";

    [BindProperty]
    public EditSettings Settings { get; set; } = new();

    public bool IsSaved => Request.Query.ContainsKey(Saved);

    internal IReadOnlyList<InstalledTheme> Themes => themes.All;

    internal IReadOnlyList<ListedModule> Modules => [.. catalog.Modules.Select(module => module.Manifest).Select(manifest => new ListedModule(
        manifest.Id, manifest.Name, manifest.Description, features.IsEnabled(manifest.Id), manifest.AlwaysEnabled,
        [.. catalog.Modules.Where(other => other.Manifest.DependsOn.Contains(manifest.Id)).Select(other => other.Manifest.Name)]))];

    public void OnGet() => Settings = EditSettings.From(settings, theme.Id);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await edit.HandleAsync(Settings, person.RequiredId, ct);
        return LocalRedirect(Url.Content($"~/admin/reglages?{Saved}"));
    }

    public async Task<IActionResult> OnPostSwitchAsync(string module, bool enable, CancellationToken ct)
    {
        await switches.HandleAsync(module, enable, person.RequiredId, ct);
        return LocalRedirect(Url.Content($"~/admin/reglages?{Saved}"));
    }
}

/// <param name="Dependents">Names of the modules that go off with this one.</param>
internal sealed record ListedModule(string Id, string Name, string Description, bool IsEnabled, bool AlwaysEnabled, IReadOnlyList<string> Dependents);
