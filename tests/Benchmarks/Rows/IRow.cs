using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;

namespace Regio.Benchmarks.Rows;

/// <summary>A row of the table, or a few that are measured together: what we do, against what it is measured.</summary>
internal interface IRow
{
    /// <summary>How people ask for it.</summary>
    string Name { get; }

    Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken);
}
