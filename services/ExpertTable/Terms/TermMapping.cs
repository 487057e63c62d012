using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Terms;

/// <summary>From terms to their messages.</summary>
internal static class TermMapping
{
    public static V1.TermSetting ToProto(this TermSetting setting) => new()
    {
        Id = setting.Id.ToString("D"),
        Term = (V1.Term)setting.Term,
        Value = setting.Value,
        StartDate = setting.StartsOn.ToProto(),
        Ground = setting.Ground,
        Source = setting.Source.ToProto(),
        RecordTime = setting.RecordedAt.ToProto(),
    };
}
