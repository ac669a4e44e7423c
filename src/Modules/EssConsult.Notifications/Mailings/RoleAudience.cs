using EssConsult.Accounts.Contracts;

namespace EssConsult.Notifications.Mailings;

/// <summary>Those who hold a role; everybody with an account for that of any signed-in person.</summary>
internal sealed class RoleAudience(IRoles roles, IPeople people) : IAudience
{
    public string Name => "role";

    public string Label => "Les personnes d’un rôle";

    public int Order => 90;

    public async Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct) =>
    [
        .. from role in await roles.ListAsync(ct)
           where role.Name != SystemRoles.Anonymous
           let everybody = role.Name == SystemRoles.Authenticated
           orderby everybody descending, role.Name
           select new AudienceChoice(role.Name, everybody ? "Toutes les personnes qui ont un compte" : $"{role.Name} : {role.Description}".TrimEnd(' ', ':'),
               everybody ? "Vous recevez ce message parce que vous avez un compte sur ce site." : "Vous recevez ce message parce que vous avez un rôle sur ce site."),
    ];

    public Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct) => people.InRoleAsync(choice, after, count, ct);
}
