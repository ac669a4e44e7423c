using System.Net;
using EssConsult.Accounts.Roles;
using EssConsult.Kernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Accounts.Tests;

public sealed class RoleTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    private const string Beyond = "Vous ne pouvez donner ou retirer que des droits que vous avez vous-même.";

    [Theory, OnBothDatabases]
    public async Task A_refused_change_says_why_and_keeps_what_was_ticked(Database database)
    {
        var site = await sites.OnAsync(database);
        var editor = await site.SignInAsync("Rôles", "ManageRoles", "AccessAdminPanel");

        var page = await (await editor.GetAsync("/admin/roles/Authenticated")).Form("form.editor").With("Others", "ManageUsers").With("Description", "Tout le monde").SubmitAsync();

        (page.Status, page.Text(".error-summary li")).ShouldBe((HttpStatusCode.Conflict, Beyond));
        (page.Text("#Others"), page.Text("#Description")).ShouldBe(("ManageUsers", "Tout le monde"));
        page.Has("[formaction]").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_role_with_more_rights_than_ones_own_cannot_be_deleted(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Haut", "ManageUsers");
        await site.MakeRoleAsync("Bas", "ManageRoles");
        var editor = await site.SignInAsync("Rôles", "ManageRoles", "AccessAdminPanel");

        var refused = await (await editor.GetAsync("/admin/roles/Haut")).Form("form.editor").SubmitAsync("Supprimer ce rôle");
        var done = await (await editor.GetAsync("/admin/roles/Bas")).Form("form.editor").SubmitAsync("Supprimer ce rôle");

        (refused.Status, refused.Text(".error-summary li")).ShouldBe((HttpStatusCode.Conflict, Beyond));
        done.Url.AbsolutePath.ShouldBe("/admin/roles");
        (await site.InDatabaseAsync(db => db.Set<Role>().Where(role => role.Name == "Haut" || role.Name == "Bas").Select(role => role.Name).SingleAsync())).ShouldBe("Haut");
    }

    [Theory, OnBothDatabases]
    public async Task A_role_that_is_not_there_is_neither_saved_nor_deleted(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Passage", "ManageRoles");
        var editor = await site.SignInAsync("Rôles", "ManageRoles", "AccessAdminPanel");
        var page = await editor.GetAsync("/admin/roles/Passage");
        await page.Form("form.editor").SubmitAsync("Supprimer ce rôle");

        (await page.Form("form.editor").SubmitAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.Form("form.editor").SubmitAsync("Supprimer ce rôle")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.InDatabaseAsync(db => db.Set<Role>().AnyAsync(role => role.Name == "Passage"))).ShouldBeFalse();
    }

    [Theory]
    [OnBothDatabases("""{ "name": "Roles", "Roles": [{ "Name": "Modèles", "Permissions": ["ManageUsers"], "PermissionBehavior": "Add" }] }""")]
    [OnBothDatabases("""{ "name": "Roles", "Roles": [{ "Name": "Gardien", "Permissions": [] }] }""")]
    [OnBothDatabases("""{ "name": "EssPeople", "People": [{ "PersonId": "intrus", "DisplayName": "Intrus", "Email": "intrus@exemple.fr", "Roles": ["Administrator"] }] }""")]
    public async Task Whoever_plays_a_recipe_gives_and_takes_no_more_than_they_hold(Database database, string step)
    {
        var site = await sites.OnAsync(database);
        await site.MakeRoleAsync("Gardien", "ManageUsers");
        var (player, admin) = (await site.SignInAsync("Modèles", "ManageRecipes", "AccessAdminPanel"), await site.SignInAsync(SystemRoles.Administrator));

        (await PlayAsync(player, step)).Text("main")!.ShouldContain(Beyond);
        await site.CatchUpAsync();
        var book = site.Services.GetRequiredService<IRoleBook>();
        (book.Grants(["Modèles"], "ManageUsers"), book.Grants(["Gardien"], "ManageUsers")).ShouldBe((false, true));

        (await PlayAsync(admin, step)).Text("main")!.ShouldNotContain(Beyond);
        await site.MakeRoleAsync("Modèles");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_plays_a_recipe_gives_what_they_hold(Database database)
    {
        var site = await sites.OnAsync(database);
        var player = await site.SignInAsync("Modèles", "ManageRecipes", "AccessAdminPanel");

        await PlayAsync(player, """{ "name": "Roles", "Roles": [{ "Name": "Aide", "Permissions": ["ManageRecipes"] }] }""");

        await site.CatchUpAsync();
        site.Services.GetRequiredService<IRoleBook>().Grants(["Aide"], "ManageRecipes").ShouldBeTrue();
    }

    private static async Task<Page> PlayAsync(Visitor visitor, string step)
    {
        var page = await (await visitor.GetAsync("/admin/modeles/importer")).Form().With("Text", $$"""{ "displayName": "Essai", "steps": [{{step}}] }""").SubmitAsync("Voir les étapes");
        return await page.Form().SubmitAsync("Importer");
    }
}
