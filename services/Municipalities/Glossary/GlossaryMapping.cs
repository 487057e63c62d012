using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Glossary;

/// <summary>Between the glossary and its messages.</summary>
internal static class GlossaryMapping
{
    public static V1.Term ToProto(this Term term) => new()
    {
        Term_ = term.Word,
        Meanings = { term.Meanings.Select(m => new V1.Meaning { Code = m.Code, Text = m.Meaning, Source = m.Source.ToProto() }) },
        Ambiguous = term.IsAmbiguous,
    };

    public static GlossaryMeaning ToDomain(this V1.Meaning meaning, string term) => new()
    {
        Term = term.Trim(),
        Code = meaning.Code,
        Meaning = meaning.Text.Trim(),
        Source = meaning.Source.ToDomain(),
    };
}
