using EssConsult.Accounts.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Messages;
using EssConsult.Workflows.Settings;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>Who, when, which message: a circuit is adapted without its drawing, and its messages are read before they are sent.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class CircuitSettingsModel(WorkflowTypes types, CircuitDrafts drafts, MailPreview preview, IRoles roles) : PageModel, IReloadsForm
{
    public WorkflowType Type { get; private set; } = null!;

    public CircuitSettings Settings { get; private set; } = null!;

    public IReadOnlyList<RoleView> Roles { get; private set; } = [];

    public IReadOnlyList<(string Title, WrittenMail? Mail, string? Error)> Messages { get; private set; } = [];

    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, bool fait, CancellationToken ct)
    {
        IsSaved = fait;
        return await FindAsync(id, ct) ? await ShownAsync(ct) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(ct);
        await drafts.ChangeAsync(Type, drawing => Settings.Apply(drawing, name => form.TryGetValue(name, out var typed) ? [.. typed.OfType<string>()] : null), ct);
        return RedirectToPage(new { id, fait = true });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        await FindAsync(RouteData.Values["id"]!.ToString()!, ct);
        await ShownAsync(ct);
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await types.FindAsync(id, ct) is not { } type || CircuitSettings.Of(type) is not { } settings)
        {
            return false;
        }

        (Type, Settings) = (type, settings);
        return true;
    }

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        Roles = [.. (await roles.ListAsync(ct)).Where(role => role.Name is not (SystemRoles.Anonymous or SystemRoles.Authenticated))];
        Messages = await preview.ReadAsync(Type, ct);
        return Page();
    }
}
