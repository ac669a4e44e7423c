using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>Gives a person a role that does not open the administration.</summary>
internal sealed class AssignUserRoleTask(IRoles roles, RunSubjects subjects) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(AssignUserRoleTask), ActivityCategory.Person, "Donner un rôle")
    {
        Help = "Un rôle qui ouvre l’administration se donne à la main.",
        Settings = [new("UserName", SettingKind.Liquid, "Qui") { IsRequired = true }, new("RoleName", SettingKind.Liquid, "Rôle") { IsRequired = true }], Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var (name, role) = ((await call.LiquidAsync("UserName")).Trim(), (await call.LiquidAsync("RoleName")).Trim());
        return ActivityResult.Of(await roles.AssignAsync(subjects.PersonNamed(name) ?? name, role, held: true, call.Actor, ct) ? "Done" : "Failed");
    }
}

internal sealed class UnassignUserRoleTask(IRoles roles, RunSubjects subjects) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(UnassignUserRoleTask), ActivityCategory.Person, "Retirer des rôles")
    {
        Settings = [new("UserName", SettingKind.Liquid, "Qui") { IsRequired = true }, new("Roles", SettingKind.Roles, "Rôles") { IsRequired = true }], Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var name = (await call.LiquidAsync("UserName")).Trim();
        var known = true;
        foreach (var role in call.Settings.AnyTexts("Roles"))
        {
            known &= await roles.AssignAsync(subjects.PersonNamed(name) ?? name, role, held: false, call.Actor, ct);
        }

        return ActivityResult.Of(known ? "Done" : "Failed");
    }
}

/// <summary>Everybody who holds one of the roles, by aliases that mails go to.</summary>
internal sealed class GetUsersByRoleTask(IPeople people) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(GetUsersByRoleTask), ActivityCategory.Person, "Chercher qui a un rôle")
    {
        Settings = [new("Roles", SettingKind.Roles, "Rôles") { IsRequired = true }, new("OutputKeyName", SettingKind.Liquid, "Retenir sous le nom") { IsRequired = true }], Outcomes = ["Done", "Failed"], OutputFrom = "OutputKeyName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var key = (await call.LiquidAsync("OutputKeyName")).Trim();
        var holders = await people.InRolesAsync(call.Settings.AnyTexts("Roles"), ct);
        if (key.Length == 0 || holders.Count == 0)
        {
            return ActivityResult.Of("Failed");
        }

        WorkflowRun.Put(call.Output, key, new JsonArray([.. holders.Select(id => (JsonNode)PersonAlias.Of(id))]));
        return ActivityResult.Done;
    }
}
