namespace EssConsult.Accounts.Contracts;

/// <summary>What a module holds about an e-mail address without knowing whose it is. Every module that stores addresses registers one.</summary>
public interface IAddressData
{
    /// <summary>Key in the export: <c>abonnement</c>.</summary>
    string Name { get; }

    /// <summary>Everything about the address, serialisable to JSON; null when there is nothing.</summary>
    Task<object?> ExportAsync(string address, CancellationToken ct);

    /// <summary>Erases inside the caller's write transaction; it must not commit.</summary>
    Task EraseAsync(string address, CancellationToken ct);

    /// <summary>An account left the address for another one: what is held about it moves along, or else is erased, since nobody could ask for it later. As <see cref="EraseAsync"/>, inside the caller's transaction.</summary>
    Task LeaveAsync(string former, string present, CancellationToken ct) => EraseAsync(former, ct);
}
