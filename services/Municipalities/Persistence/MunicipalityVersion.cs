using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

/// <summary>What was known of a municipality from a moment on; a correction adds a version and overwrites none.</summary>
internal sealed class MunicipalityVersion
{
    public required string MunicipalityId { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required MunicipalityFacts Facts { get; init; }
}
