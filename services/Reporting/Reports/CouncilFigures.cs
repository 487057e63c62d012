using Regio.Reporting.Computing;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Rounds;

namespace Regio.Reporting.Reports;

/// <summary>What a council report is made of: what the monitor says of the municipality, what is computed, and figures.</summary>
/// <param name="Monitor">The monitor of the municipality, as anybody may see it.</param>
/// <param name="Analysis">What is computed of its figures.</param>
/// <param name="Figures">The latest figures of the municipality, its regions and the country, as anybody may see them.</param>
/// <param name="Rounds">The decision rounds in which its bodies take part.</param>
internal sealed record CouncilFigures(MonitorView Monitor, AnalysisView Analysis, IReadOnlyList<Observation> Figures, IReadOnlyList<RoundStory> Rounds);
