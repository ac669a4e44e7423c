using EssConsult.Accounts.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Messages;

internal sealed class CircuitPeople(RunSubjects subjects, IPeople people) : ICircuitPeople
{
    public async Task<IReadOnlyList<string>> NamedAsync(IActivityCall call)
    {
        var names = (await call.LiquidAsync("UserNames")).Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. names.Select(subjects.PersonNamed).OfType<string>().Distinct()];
    }

    public Task<IReadOnlyList<string>> InRolesAsync(IActivityCall call, CancellationToken ct) => people.InRolesAsync(call.Settings.AnyTexts("Roles"), ct);

    public string AliasOf(string personId) => PersonAlias.Of(personId);
}
