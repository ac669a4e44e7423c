using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EssConsult.Kernel.Data;

/// <summary>
/// A query of a busy path that EF prepares once, by <see cref="Microsoft.EntityFrameworkCore.EF"/>'s <c>CompileAsyncQuery</c>: otherwise it
/// takes as long to recognise the query each time as the database to answer it. One for each model, because sites of one process may have
/// different modules.
/// </summary>
/// <typeparam name="TQuery">What <c>CompileAsyncQuery</c> gives.</typeparam>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> ofModel = [];

    public TQuery For(SiteDb db) => ofModel.GetValue(db.Model, _ => compile());
}
