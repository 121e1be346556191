// veraPDF over many files in one Java machine: each line of standard input is
// FLAVOUR<tab>PASSWORD<tab>PATH, the password empty for files that anyone can open, and is answered
// by COMPLIANT or by the rules that failed, one a line (clause-test<tab>message), and then an empty
// line. Run as a source file: java -cp JARS Validate.java

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        PrintStream answers = new PrintStream(System.out, true, "UTF-8");
        String line;
        while ((line = asked.readLine()) != null) {
            String[] parts = line.split("\t", 3);
            answer(PDFAFlavour.fromString(parts[0]), parts[1], parts[2], answers);
            answers.println();
        }
    }

    private static void answer(
            PDFAFlavour flavour, String password, String path, PrintStream answers) {
        String key = password.isEmpty() ? null : password;
        TreeMap<String, String> failed = new TreeMap<>();
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour, key);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failed.putIfAbsent(
                            assertion.getRuleId().getClause()
                                    + "-"
                                    + assertion.getRuleId().getTestNumber(),
                            assertion.getMessage().replaceAll("\\s+", " "));
                }
            }
            if (failed.isEmpty() && !result.isCompliant()) {
                failed.put("unknown", "not compliant, and no rule says why");
            }
        } catch (Exception | LinkageError fault) {
            failed.put("unreadable", fault.toString().replaceAll("\\s+", " "));
        }
        if (failed.isEmpty()) {
            answers.println("COMPLIANT");
        }
        failed.forEach((rule, message) -> answers.println(rule + "\t" + message));
    }
}
