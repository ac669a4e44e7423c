using System.Net;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EssConsult.Accounts.Tests;

public sealed class AdministrationTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory, OnBothDatabases]
    public async Task The_one_time_link_makes_an_administrator_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();
        (await site.CommandAsync("admin invite", address)).ExitCode.ShouldBe(0);
        var (visitor, link) = (site.Visitor(), await site.LinkAsync(address));

        await (await visitor.GetAsync(link)).Form().With("DisplayName", "Ada").SubmitAsync();

        (await visitor.GetAsync("/admin/personnes")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Visitor().GetAsync(link)).Text("h1").ShouldBe("Ce lien n’est plus valable");
    }

    [Fact]
    public async Task A_site_without_administrator_prints_the_link_on_the_console_and_never_in_the_log()
    {
        var console = new StringWriter();
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions
        {
            Services = services => services.Replace(ServiceDescriptor.Singleton(new SiteConsole(TextWriter.Synchronized(console), TextWriter.Null))),
        });
        await Site.UntilAsync(() => Task.FromResult(Citizens.LinkIn(console.ToString()).Length > 0));

        var page = await site.Visitor().GetAsync(Citizens.LinkIn(console.ToString()));

        page.Form().With("DisplayName", "Ada").ShouldNotBeNull();
        site.Log.ToString().ShouldNotContain("jeton=");
    }

    [Theory, OnBothDatabases]
    public async Task A_citizen_is_refused_the_administration_and_a_visitor_is_asked_who_they_are(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = site.Visitor();
        await site.SignUpAsync(citizen, Citizens.NewAddress());

        (await citizen.GetAsync("/admin/personnes")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Visitor().GetAsync("/admin/personnes")).Url.AbsolutePath.ShouldBe("/connexion");
    }

    [Theory, OnBothDatabases]
    public async Task A_role_given_opens_its_pages_and_taken_away_closes_them(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Accueil", "ListUsers");
        var (admin, citizen, address) = (await site.AdministratorAsync(), site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        var id = await site.IdAsync(address);

        await (await admin.GetAsync($"/admin/personnes/{id}")).Form("form:has([name=Held])").With("Held", "Accueil").SubmitAsync();
        await site.CatchUpAsync();
        (await citizen.GetAsync("/admin/personnes")).Status.ShouldBe(HttpStatusCode.OK);
        (await citizen.GetAsync("/admin/roles")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var page = await admin.GetAsync($"/admin/personnes/{id}");
        foreach (var box in page.Document.QuerySelectorAll("input[name=Held]"))
        {
            box.RemoveAttribute("checked");
        }

        await page.Form("form:has([name=Held])").SubmitAsync();
        await site.CatchUpAsync();
        (await citizen.GetAsync("/admin/personnes")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_edits_roles_gives_and_takes_no_more_than_they_hold(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Relecture", "ModerateContent");
        var editor = await site.SignInAsync("Rôles", "ManageRoles", "AccessAdminPanel");

        var beyond = await (await editor.GetAsync("/admin/roles/Relecture")).Form("form.editor").With("Others", "ManageUsers ModerateContent").SubmitAsync();
        var within = await (await editor.GetAsync("/admin/roles/Relecture")).Form("form.editor").With("Description", "Rien").With("Held", "ManageRoles").SubmitAsync();

        beyond.Status.ShouldBe(HttpStatusCode.Conflict);
        within.Url.AbsolutePath.ShouldBe("/admin/roles");
        var book = site.Services.GetRequiredService<IRoleBook>();
        await site.CatchUpAsync();
        book.Grants(["Relecture"], "ManageUsers").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_suspended_person_is_out_at_once_and_cannot_come_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var (admin, citizen, address) = (await site.AdministratorAsync(), site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);

        await (await admin.GetAsync($"/admin/personnes/{await site.IdAsync(address)}")).Form("form:has([name=suspend])").SubmitAsync();
        await site.CatchUpAsync();

        (await citizen.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
        (await site.SignInAsync(site.Visitor(), address)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnBothDatabases]
    public async Task A_stronger_permission_grants_those_that_it_implies(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Comptes", "ManageUsers", "Edit_Contribution");
        var book = site.Services.GetRequiredService<IRoleBook>();

        book.Grants(["Comptes"], "ListUsers").ShouldBeTrue();
        book.Grants(["Comptes"], "EditOwn_Contribution").ShouldBeTrue();
        book.Grants(["Comptes"], "Publish_Contribution").ShouldBeFalse();
        book.Grants(["Comptes"], "ManageRoles").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Administrator_cannot_be_changed(Database database)
    {
        var site = await sites.OnAsync(database);

        var outcome = await site.UseAsync<IRoles, RoleOutcome>(roles =>
            roles.UpsertAsync("Administrator", null, [], PermissionBehavior.Replace, "tests", TestContext.Current.CancellationToken));

        outcome.ShouldBe(RoleOutcome.Ignored);
    }
}
