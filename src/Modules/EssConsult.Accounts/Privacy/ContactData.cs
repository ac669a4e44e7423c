using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;

namespace EssConsult.Accounts.Privacy;

/// <summary>What a person wrote through the contact form from the address of their account.</summary>
internal sealed class ContactData(IContactMessages messages) : IAddressData
{
    public string Name => "messages";

    public async Task<object?> ExportAsync(string address, CancellationToken ct) => await messages.ListAsync(address, ct) is { Count: > 0 } sent ? sent : null;

    public Task EraseAsync(string address, CancellationToken ct) => messages.EraseAsync(address, ct);
}
