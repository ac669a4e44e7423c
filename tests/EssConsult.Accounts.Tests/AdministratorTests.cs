using System.Net;
using EssConsult.Accounts.Identification;
using EssConsult.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

/// <summary>Who administers the site, and what others may do to them.</summary>
public sealed class AdministratorTests
{
    private const string SuspendForm = "form:has([name=suspend])";
    private static readonly SiteOptions Bare = new() { Settings = { ["recipe"] = "none" } };

    [Theory, OnBothDatabases]
    public async Task Somebody_invited_who_never_came_is_no_administrator_to_count_on(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var admin = await site.AdministratorAsync();
        var id = await site.InDatabaseAsync(db => db.Set<PersonRole>().Select(held => held.PersonId).SingleAsync());
        await (await admin.GetAsync("/admin/personnes")).Form("form:has([name=Given])").With("Email", Citizens.NewAddress()).With("Given", SystemRoles.Administrator).SubmitAsync();

        var page = await (await admin.GetAsync($"/admin/personnes/{id}")).Form(SuspendForm).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text(".error-summary li").ShouldBe("Ce compte est le seul à administrer le site : nommez d’abord quelqu’un d’autre.");
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_administrator_restores_one(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (admin, helper, other) = (await site.AdministratorAsync(), await site.SignInAsync("Comptes", "EditUsers", "ListUsers", "AccessAdminPanel"), await site.SignInAsync(SystemRoles.Administrator));
        var place = $"/admin/personnes/{other.PersonId}";
        await (await admin.GetAsync(place)).Form(SuspendForm).SubmitAsync();

        var refused = await (await helper.GetAsync(place)).Form(SuspendForm).SubmitAsync();
        (refused.Status, await IsSuspendedAsync(site, other.PersonId!)).ShouldBe((HttpStatusCode.Conflict, true));

        await (await admin.GetAsync(place)).Form(SuspendForm).SubmitAsync();
        (await IsSuspendedAsync(site, other.PersonId!)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_account_that_is_gone_is_not_found_whatever_is_done_to_it(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (admin, citizen, address) = (await site.AdministratorAsync(), site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        var page = await admin.GetAsync($"/admin/personnes/{await site.IdAsync(address)}");
        await (await citizen.GetAsync("/compte/donnees")).Form("form:has([name=Sure])").With("Texts", "garder").With("Sure", "true").SubmitAsync();

        foreach (var form in new[] { SuspendForm, "form:has([name=Held])", "form:has([name=Badge])", "form[action*=Address]" })
        {
            (await page.Form(form).SubmitAsync()).Status.ShouldBe(HttpStatusCode.NotFound, form);
        }
    }

    [Theory, OnBothDatabases]
    public async Task One_link_used_ends_every_link_that_was_printed(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var (used, left) = (await PrintedAsync(site), await PrintedAsync(site));

        await (await site.Visitor().GetAsync(used)).Form().With("Email", Citizens.NewAddress()).With("DisplayName", "Ada").SubmitAsync();

        (await site.Visitor().GetAsync(left)).Text("h1").ShouldBe("Ce lien n’est plus valable");
        (await site.InDatabaseAsync(db => db.Set<Installation>().CountAsync(link => link.Email == null))).ShouldBe(0);
    }

    private static async Task<string> PrintedAsync(Site site) =>
        Citizens.LinkIn(await site.UseAsync<InstallationLink, string>(links => links.MakeAsync(email: null, TestContext.Current.CancellationToken)));

    private static Task<bool> IsSuspendedAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<Person>().AnyAsync(person => person.Id == id && person.DisabledUtc != null));
}
