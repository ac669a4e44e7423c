using System.Text.RegularExpressions;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Accounts.Tests;

/// <summary>What people do to come in, as the pages let them.</summary>
internal static partial class Citizens
{
    /// <summary>An address that no other test uses.</summary>
    public static string NewAddress() => $"personne-{Guid.NewGuid():N}@exemple.fr";

    public static async Task<Page> AskCodeAsync(this Visitor visitor, string address, string returnTo = "/compte") =>
        await (await visitor.GetAsync($"/identification?retour={Uri.EscapeDataString(returnTo)}")).Form().With("Email", address).SubmitAsync();

    /// <summary>Signs up, and ends on the page that was asked for.</summary>
    public static async Task<Page> SignUpAsync(this Site site, Visitor visitor, string address, string name = "Maud L.", string returnTo = "/compte")
    {
        var page = await visitor.AskCodeAsync(address, returnTo);
        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();
        return await page.Form().With("DisplayName", name).With("Age", "true").SubmitAsync();
    }

    public static async Task<Page> SignInAsync(this Site site, Visitor visitor, string address, string returnTo = "/compte") =>
        await (await visitor.AskCodeAsync(address, returnTo)).Form().With("Code", await site.CodeAsync(address)).SubmitAsync();

    public static async Task<string> CodeAsync(this Site site, string address) => SixDigits().Match(await site.LastMailAsync(address)).Value;

    /// <summary>The path of the link in the last mail.</summary>
    public static async Task<string> LinkAsync(this Site site, string address) => LinkIn(await site.LastMailAsync(address));

    /// <summary>The path of the first link with a token; empty when there is none.</summary>
    public static string LinkIn(string text) => Link().Match(text) is { Success: true } link ? new Uri(link.Value).PathAndQuery : string.Empty;

    public static Task<string> LastMailAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address} ORDER BY queued_utc DESC LIMIT 1").SingleAsync());

    public static Task<string> IdAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT id AS \"Value\" FROM person WHERE email = {address}").SingleAsync());

    /// <summary>An administrator, by the one-time link.</summary>
    public static async Task<Visitor> AdministratorAsync(this Site site)
    {
        var address = NewAddress();
        await site.CommandAsync("admin invite", address);
        var visitor = site.Visitor();
        await (await visitor.GetAsync(await site.LinkAsync(address))).Form().With("DisplayName", "Ada").SubmitAsync();
        return visitor;
    }

    public static async Task MakeRoleAsync(this Site site, string name, params string[] permissions)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRoles>().UpsertAsync(name, null, permissions, PermissionBehavior.Replace, "tests", TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        await site.CatchUpAsync();
    }

    [GeneratedRegex("(?m)(?<=^ *)[0-9]{6}$")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"https?://\S+jeton=\S+")]
    private static partial Regex Link();
}
