using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Admin;

/// <summary>The menu of the administration as one person sees it, read once per request: the layout and « À traiter » show the same numbers.</summary>
public sealed class AdminMenu(ModuleCatalog catalog, FeatureSwitch features, CurrentPerson person, IEnumerable<IWaiting> waiting, IEnumerable<IAdminLinks> more, IHttpContextAccessor http) : ISlot
{
    private Task<IReadOnlyList<AdminLine>>? lines;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => new("/Features/Admin/AdminMenu.cshtml", await ReadAsync(ct));

    public Task<IReadOnlyList<AdminLine>> ReadAsync(CancellationToken ct) => lines ??= LoadAsync(ct);

    private async Task<IReadOnlyList<AdminLine>> LoadAsync(CancellationToken ct)
    {
        var links = catalog.Modules.Where(module => features.IsEnabled(module.Manifest.Id))
            .SelectMany(module => module.Manifest.AdminLinks).Concat(more.SelectMany(source => source.Links)).Where(link => person.Can(link.Permission))
            .OrderBy(link => link.Section).ThenBy(link => link.Order).ToList();
        var current = Current(links);
        var read = new List<AdminLine>(links.Count);
        foreach (var link in links)
        {
            var work = waiting.FirstOrDefault(work => work.Address == link.Address);
            var count = work is null ? 0 : await work.CountAsync(ct);
            read.Add(new AdminLine(link, link == current, count, count == 1 ? work?.Words.One : work?.Words.Several));
        }

        return read;
    }

    // Of the lines that this page stands under, the one that says most about it.
    private AdminLink? Current(IEnumerable<AdminLink> links) => http.HttpContext?.Request is not { } request ? null
        : links.Where(link => Leads(link.Address, request)).MaxBy(link => link.Address.Length);

    private static bool Leads(string address, HttpRequest request) =>
        address == "/admin" || address.Contains('?', StringComparison.Ordinal)
            ? address == request.Path + request.QueryString
            : address.StartsWith('/') && request.Path.StartsWithSegments(address, StringComparison.Ordinal);
}

/// <param name="Waiting">How much waits there; 0 shows nothing.</param>
/// <param name="WaitingWords">What waits.</param>
public sealed record AdminLine(AdminLink Link, bool IsCurrent, int Waiting, string? WaitingWords);
