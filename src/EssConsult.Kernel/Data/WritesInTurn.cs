using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EssConsult.Kernel.Data;

/// <summary>Refuses a bulk change outside <see cref="SiteDb.BeginWriteAsync"/>: it would neither wait for its turn nor for the disk.</summary>
internal sealed class WritesInTurn : DbCommandInterceptor
{
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        command.Transaction is null && eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw
            ? throw new InvalidOperationException("A bulk change goes inside BeginWriteAsync.")
            : new(result);
}
