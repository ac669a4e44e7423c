using EssConsult.Content.Contact;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Features.Settings;

/// <param name="Count">How many wait; 0 shows none.</param>
internal sealed record MenuLink(string Text, string Url, string Permission, bool IsCurrent, int Count = 0);

/// <summary>Messages and settings, in the menu of the administration.</summary>
internal sealed class SettingsMenu(ReceivedMessages received, CurrentPerson person, IHttpContextAccessor http) : ISlot
{
    public string Name => "admin-menu";

    public int Order => 85;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var waiting = person.Can(Permissions.ManageContactMessages) ? await received.CountWaitingAsync(ct) : 0;
        var links = new[]
        {
            Link("Messages reçus", "/admin/messages-recus", Permissions.ManageContactMessages) with { Count = waiting },
            Link("Réglages", "/admin/reglages", Permissions.ManageSettings),
        };
        var shown = links.Where(link => person.Can(link.Permission)).ToList();
        return shown.Count == 0 ? null : new SlotView("/Features/EssConsult.Content/Settings/_SettingsMenu.cshtml", shown);
    }

    private MenuLink Link(string text, string path, string permission) =>
        new(text, "~" + path, permission, (http.HttpContext?.Request.Path ?? default).StartsWithSegments(path, StringComparison.Ordinal));
}
